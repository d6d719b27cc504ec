package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule's page says first who the rule is and last what can be set, and the index lists them
 * all. {@code -Dupdate.docs=true} writes these parts.
 */
class RulePagesTest {

  private static final Path PAGES = Pages.DOCS.resolve("rules");

  static List<RuleInfo> infos() {
    return Rules.infos();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("infos")
  void a_page_starts_with_id_severity_products_and_summary(RuleInfo info) throws IOException {
    Path page = PAGES.resolve(info.id() + ".md");
    String head =
        "# %s\n\n**%s** · %s · %s\n"
            .formatted(info.id(), severity(info), products(info), info.summary());
    if (Boolean.getBoolean("update.docs")) {
      List<String> lines = Pages.read(page).lines().toList();
      String rest = String.join("\n", lines.subList(Math.min(3, lines.size()), lines.size()));
      Files.writeString(page, head + rest + "\n");
      return;
    }

    assertThat(Pages.read(page))
        .as("%s is out of date: run the tests with -Dupdate.docs=true", page)
        .startsWith(head);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("infos")
  void a_page_lists_what_can_be_set(RuleInfo info) throws IOException {
    List<String> rows =
        info.parameters().stream()
            .map(
                p ->
                    "| `%s.%s` | %s | %s |"
                        .formatted(
                            info.id(),
                            p.name(),
                            p.defaultValue().isEmpty() ? "–" : "`" + p.defaultValue() + "`",
                            p.meaning()))
            .toList();
    Path page = PAGES.resolve(info.id() + ".md");
    if (Boolean.getBoolean("update.docs")) {
      String text = Pages.read(page).replaceFirst("(?s)\n+\\| setting \\|.*\\z", "\n");
      String table =
          rows.isEmpty()
              ? ""
              : "\n| setting | default | meaning |\n|---|---|---|\n"
                  + String.join("\n", rows)
                  + "\n";
      Files.writeString(page, text + table);
      return;
    }

    assertThat(Pages.read(page).lines().filter(line -> line.startsWith("| `" + info.id() + ".")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void the_index_lists_every_rule() throws IOException {
    Path page = PAGES.resolve("README.md");
    MatchResult section = Pages.section("rules", page);
    String index = index();
    if (Boolean.getBoolean("update.docs")) {
      String text = Pages.read(page);
      Files.writeString(
          page, text.substring(0, section.start(1)) + index + text.substring(section.end(1)));
      return;
    }

    assertThat(section.group(1))
        .as("%s is out of date: run the tests with -Dupdate.docs=true", page)
        .isEqualTo(index);
  }

  private static String index() {
    Map<Boolean, List<RuleInfo>> byStyle =
        new TreeMap<>(infos().stream().collect(Collectors.partitioningBy(RuleInfo::isStyle)));
    List<String> lines = new ArrayList<>();
    byStyle.forEach(
        (style, rules) -> {
          lines.add("");
          lines.add(
              style
                  ? "## Matters of style: off until a project asks for them"
                  : "## On by default");
          lines.add("");
          lines.add("| rule | severity | for | what goes wrong |");
          lines.add("|---|---|---|---|");
          for (RuleInfo info : rules) {
            lines.add(
                "| [%s](%s.md) | %s | %s | %s |"
                    .formatted(
                        info.id(),
                        info.id(),
                        info.severity().name().toLowerCase(Locale.ROOT),
                        products(info),
                        info.summary()));
          }
        });
    return String.join("\n", lines.subList(1, lines.size())) + "\n";
  }

  private static String severity(RuleInfo info) {
    String severity = info.severity().name().toLowerCase(Locale.ROOT);
    return info.isStyle() ? severity + ", off by default" : severity;
  }

  private static String products(RuleInfo info) {
    return info.products().size() == Database.values().length
        ? "all"
        : info.products().stream().map(Database::title).collect(Collectors.joining(", "));
  }
}
