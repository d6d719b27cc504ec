package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.docs.PluginDescriptor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every goal has a page, with the parameters that the plugin really has. {@code -Dupdate.docs=true}
 * writes the tables.
 */
class GoalPagesTest {

  private static final PluginDescriptor DESCRIPTOR = PluginDescriptor.read();

  static List<String> goals() {
    return DESCRIPTOR.goals();
  }

  @Test
  void every_goal_has_a_page_and_every_page_a_goal() {
    assertThat(Pages.in("goals"))
        .extracting(page -> page.getFileName().toString().replace(".md", ""))
        .containsExactlyElementsOf(goals());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goals")
  void the_parameter_table_is_the_plugins(String goal) throws IOException {
    Path page = Pages.DOCS.resolve("goals").resolve(goal + ".md");
    MatchResult section = Pages.section("parameters", page);
    String table = table(DESCRIPTOR.parametersOf(goal));
    if (Boolean.getBoolean("update.docs")) {
      String text = Pages.read(page);
      Files.writeString(
          page, text.substring(0, section.start(1)) + table + text.substring(section.end(1)));
      return;
    }

    assertThat(section.group(1))
        .as("%s is out of date: run the tests with -Dupdate.docs=true", page)
        .isEqualTo(table);
  }

  private static String table(List<Parameter> parameters) {
    List<String> lines = new ArrayList<>();
    lines.add("| parameter | `-D` | default | meaning |");
    lines.add("|---|---|---|---|");
    for (Parameter p : parameters) {
      lines.add(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  p.name(), code(p.property()), code(p.defaultValue()), plain(p.description())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  /** Markdown would take {@code <id>} for HTML. */
  private static String plain(String text) {
    return text.replaceAll("[<|*]", "\\\\$0");
  }
}
