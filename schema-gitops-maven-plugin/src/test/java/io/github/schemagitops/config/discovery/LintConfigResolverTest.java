package io.github.schemagitops.config.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.FlywayRun;
import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.LintConfig.DeployedBy;
import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintConfigResolverTest {

  @TempDir Path root;
  private Path project = Path.of("");

  @BeforeEach
  void makeModule() throws IOException {
    project = Files.createDirectories(root.resolve("orders"));
  }

  @Test
  void without_a_file_nothing_is_said() {
    assertThat(resolver().resolve(FlywayRun.UNKNOWN)).isEqualTo(LintConfig.NONE);
  }

  @Test
  void the_file_says_everything_that_the_pom_can_say() throws IOException {
    write(project.resolve("rows.json"), "{}");
    write(
        project.resolve("schema-gitops.yaml"),
        """
        # Agreed on in May
        lint:
          serverVersion: 16
          deployedBy: flyway
          statistics: rows.json
          rules:
            drop-column: off
            naming.table: "[a-z]{1,30}"
        """);

    assertThat(resolver().resolve(FlywayRun.UNKNOWN))
        .isEqualTo(
            new LintConfig(
                List.of(word("drop-column", "off", 7), word("naming.table", "[a-z]{1,30}", 8)),
                ServerVersion.parse("16"),
                Optional.of(DeployedBy.FLYWAY),
                Optional.of(project.resolve("rows.json")),
                false,
                FlywayRun.UNKNOWN));
  }

  private static LintWord word(String key, String value, int line) {
    Location location = new Location("schema-gitops.yaml", line, 5);
    return new LintWord(key, value, "schema-gitops.yaml", Optional.of(location));
  }

  @Test
  void the_first_directory_that_has_a_file_counts() throws IOException {
    write(root.resolve("schema-gitops.yml"), "lint: {rules: {a: error}, serverVersion: x}");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> resolver().resolve(FlywayRun.UNKNOWN))
        .withMessage("serverVersion is 'x'")
        .satisfies(
            e -> assertThat(e.location()).contains(new Location("../schema-gitops.yml", 1, 27)));

    write(project.resolve("schema-gitops.yaml"), "lint:\n  rules:\n    b: error\n");

    assertThat(resolver().resolve(FlywayRun.UNKNOWN).rules())
        .extracting(LintWord::key)
        .containsExactly("b");

    write(project.resolve("schema-gitops.yaml"), "");

    assertThat(resolver().resolve(FlywayRun.UNKNOWN)).isEqualTo(LintConfig.NONE);
  }

  @Test
  void what_is_added_later_wins() throws IOException {
    write(
        project.resolve("schema-gitops.yaml"),
        "lint:\n  serverVersion: 15\n  rules:\n    a: error\n");
    LintConfigResolver resolver = resolver();
    resolver.rules(List.of(LintWord.in("the POM", "a", "off")));
    resolver.setting(LintWord.in("the POM", "serverVersion", "18"));

    LintConfig config = resolver.resolve(FlywayRun.UNKNOWN);

    assertThat(config.rules()).extracting(LintWord::value).containsExactly("error", "off");
    assertThat(config.serverVersion()).isEqualTo(ServerVersion.parse("18"));
  }

  @Test
  void who_deploys_is_what_is_said_else_what_flyways_settings_show() {
    FlywayRun shown = new FlywayRun(Optional.of("flyway.conf"), true, Optional.empty());

    assertThat(resolver().resolve(FlywayRun.UNKNOWN).deployer()).isEqualTo(DeployedBy.SCHEMA);
    assertThat(resolver().resolve(shown).deployer()).isEqualTo(DeployedBy.FLYWAY);

    LintConfigResolver resolver = resolver();
    resolver.setting(LintWord.in("the POM", "deployedBy", "schema"));
    assertThat(resolver.resolve(shown).deployer()).isEqualTo(DeployedBy.SCHEMA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          lnt: {}                              | 1:1  | there is no setting 'lnt'                | write lint
          lint: {rule: {}}                     | 1:8  | there is no setting 'rule'               | write rules
          lint: {colour: red}                  | 1:8  | there is no setting 'colour'             | use one of: rules, serverVersion, deployedBy, statistics
          lint: {deployedBy: jenkins}          | 1:8  | deployedBy is 'jenkins'                  | write flyway, or schema for the goal schema:deploy
          lint: {statistics: none.json}        | 1:8  | the statistics 'none.json' are not there | write them with mvn schema:stats, or leave statistics out
          lint: {rules: {naming: {table: x}}}  | 1:16 | 'naming' must be one value               | write a rule's own settings as lines of their own: naming.<setting>: <value>
          lint: {rules: [a, b]}                | 1:15 | rules must hold names and values         | write each as a line of its own: <name>: <value>
          lint: {rules: {a: info, a: error}}   | 1:25 | 'a' is said twice                        | delete one of them
          """)
  void a_mistake_is_told_with_its_place(String text, String place, String message, String remedy)
      throws IOException {
    write(project.resolve("schema-gitops.yaml"), text);
    String[] numbers = place.split(":", -1);
    Location location =
        new Location(
            "schema-gitops.yaml", Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> resolver().resolve(FlywayRun.UNKNOWN))
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).isEqualTo(remedy))
        .satisfies(e -> assertThat(e.location()).contains(location));
  }

  @Test
  void what_is_no_yaml_is_told_with_its_line() throws IOException {
    write(project.resolve("schema-gitops.yaml"), "lint:\n  rules: {a: error\n");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::resolver)
        .withMessageStartingWith("this is no YAML: ")
        .satisfies(
            e -> assertThat(e.location().orElseThrow().toString()).contains("schema-gitops.yaml:"));
  }

  @Test
  void statistics_in_their_usual_place_count_unless_others_are_named() throws IOException {
    write(project.resolve("schema-stats.json"), "{}");
    assertThat(resolver().resolve(FlywayRun.UNKNOWN).statistics())
        .contains(project.resolve("schema-stats.json"));

    write(root.resolve("all.json"), "{}");
    write(root.resolve("schema-gitops.yaml"), "lint: {statistics: all.json}");
    assertThat(resolver().resolve(FlywayRun.UNKNOWN).statistics())
        .contains(root.resolve("all.json"));
  }

  private LintConfigResolver resolver() {
    return new LintConfigResolver(project, List.of(project, root));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
