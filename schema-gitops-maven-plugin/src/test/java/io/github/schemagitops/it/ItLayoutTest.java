package io.github.schemagitops.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invoker projects tell by their names what they prove, and prove it with reports. */
class ItLayoutTest {

  private static final Path PROJECTS = Path.of("..", "src", "it");
  private static final String GOALS =
      "validate|lint|shadow-migrate|drift-check|reconcile|deploy|snapshot|stats|help";
  private static final Pattern NAME =
      Pattern.compile("(" + GOALS + ")-[a-z0-9]+(-[a-z0-9]+)*-(passes|fails)");

  static List<Path> projects() throws IOException {
    try (Stream<Path> entries = Files.list(PROJECTS)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void is_named_after_goal_situation_and_outcome(Path project) {
    assertThat(project.getFileName().toString()).matches(NAME);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void fails_when_its_name_says_so(Path project) {
    String result = invoker(project).getProperty("invoker.buildResult", "success").strip();

    assertThat(result).isEqualTo(name(project).endsWith("-fails") ? "failure" : "success");
  }

  @ParameterizedTest
  @MethodSource("projects")
  void runs_the_goal_of_its_name_last(Path project) {
    Properties invoker = invoker(project);
    String goals = invoker.getProperty("invoker.goals", "");
    for (int i = 1; invoker.containsKey("invoker.goals." + i); i++) {
      goals = invoker.getProperty("invoker.goals." + i);
    }
    var name = NAME.matcher(name(project));

    assertThat(name.matches()).isTrue();
    assertThat(goals).contains("schema:" + name.group(1));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void runs_the_plugin_of_this_build_without_a_parent(Path project) {
    String pom = text(project.resolve("pom.xml"));

    assertThat(pom).contains("<version>@project.version@</version>").doesNotContain("<parent>");
  }

  @ParameterizedTest
  @MethodSource("projects")
  void asserts_on_a_parsed_report(Path project) {
    String verify = text(project.resolve("verify.groovy"));

    if (name(project).startsWith("help-")) { // The only goal that writes none.
      assertThat(verify).contains("XmlSlurper");
    } else {
      assertThat(verify)
          .contains("new JsonSlurper()", "assert ")
          .doesNotContainPattern("(?m)^ *print");
      assertThat(verify).containsAnyOf("report.json", "verdict.json");
      assertThat(verify).contains("exitCode");
    }
  }

  /** Else the plugin would find the repository that this build lies in. */
  @ParameterizedTest
  @MethodSource("projects")
  void has_a_git_repository_of_its_own(Path project) {
    if (!name(project).startsWith("help-")) {
      assertThat(text(project.resolve("prebuild.groovy"))).contains("ItGit.init(basedir)");
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void asks_whether_there_can_be_a_database_before_it_needs_one(Path project) {
    boolean needsOne =
        text(project.resolve("pom.xml")).contains("<provider>embedded</provider>")
            // Without an engine, as one of them is meant to be, there is nothing to ask for.
            || (text(project.resolve("pom.xml")).contains("<provider>container</provider>")
                && name(project).endsWith("-passes"))
            || text(project.resolve("pom.xml")).contains("${database.url}");

    assertThat(Files.exists(project.resolve("selector.groovy"))).isEqualTo(needsOne);
    if (needsOne) {
      assertThat(text(project.resolve("selector.groovy"))).contains("ItDatabase.");
    }
  }

  @Test
  void every_goal_passes_once_and_fails_once() throws IOException {
    Set<String> outcomes = new HashSet<>();
    for (Path project : projects()) {
      var name = NAME.matcher(name(project));
      if (name.matches()) {
        outcomes.add(name.group(1) + " " + name.group(3));
      }
    }

    assertThat(outcomes).contains("help passes");
    for (String goal : GOALS.replace("|help", "").split("\\|", -1)) {
      assertThat(outcomes).contains(goal + " passes", goal + " fails");
    }
  }

  private static String name(Path project) {
    return project.getFileName().toString();
  }

  private static Properties invoker(Path project) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(project.resolve("invoker.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
