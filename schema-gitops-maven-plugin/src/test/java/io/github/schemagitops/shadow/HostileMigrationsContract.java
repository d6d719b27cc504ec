package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a migration may try that comes from a pull request of somebody nobody knows. Each provider
 * and product names its attacks and what the server says to them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileMigrationsContract {

  private static final ShadowLimits LIMITS =
      new ShadowLimits(Duration.ofSeconds(60), 1L << 30, 512, 2L << 20);

  /**
   * A migration that has to fail.
   *
   * @param name for people
   * @param sql in it {@code %s} is the path of a file outside that everybody may read
   * @param says what the failure has to say, as a regular expression
   */
  record Attack(String name, String sql, String says) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<String> tracesBefore = new ArrayList<>();
  private String secret = "";
  private Path directory = Path.of("");

  abstract void requireProvider();

  /** Which product's SQL the migrations are written in. */
  Database database() {
    return Database.POSTGRESQL;
  }

  abstract ShadowDatabase open(ShadowLimits limits);

  /** What is refused by the database's own rights, or a limit of the server. */
  abstract Stream<Attack> refused();

  /** What only ends when somebody ends it. */
  abstract Stream<String> endless();

  /** Migrations that want to deceive whoever looks at the schema, but make one table. */
  abstract Stream<String> deceptive();

  /** The same without deception. */
  abstract String honest();

  /** Processes, containers and directories of shadows there are now. */
  abstract List<String> traces() throws Exception;

  @BeforeEach
  void lureWithACanary() throws Exception {
    requireProvider();
    tracesBefore.clear();
    tracesBefore.addAll(traces());
    secret = "canary-" + UUID.randomUUID();
    directory = Files.createTempDirectory("canary");
    // The rights of the file must not be what protects it.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(canary(), secret);
    Files.setPosixFilePermissions(canary(), PosixFilePermissions.fromString("rw-rw-rw-"));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(canary()).as("written to by nobody").hasContent(secret);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).as("files beside the canary").containsExactly(canary());
    }
    TemporaryFiles.delete(directory);
    assertThat(traces()).isEqualTo(tracesBefore);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void is_refused_with_a_reason(Attack attack) {
    Run run = run(attack.sql().replace("%s", canary().toString()), LIMITS);

    assertThat(run.timeLimit()).isEmpty();
    assertThat(run.result().failure()).as("refused").isPresent();
    assertThat(run.result().failure().orElseThrow().message()).containsPattern(attack.says());
    assertThat(run.everythingSaid()).doesNotContain(secret);
  }

  @ParameterizedTest
  @MethodSource("endless")
  void ends_at_the_time_limit(String sql) {
    Run run = run(sql, LIMITS.within(Duration.ofSeconds(3)));

    assertThat(run.result().failure()).isPresent();
    assertThat(run.timeLimit()).contains("the time limit of 3 s was reached while V1__x.sql ran");
  }

  @ParameterizedTest
  @MethodSource("deceptive")
  void does_not_change_what_the_inspection_sees(String sql) throws Exception {
    SchemaSnapshot deceived = schemaAfter(sql + honest());
    SchemaSnapshot honest = schemaAfter(honest());

    assertThat(honest.objects()).hasSizeGreaterThan(5);
    assertThat(deceived.coverage().unseen()).isEmpty();
    assertThat(deceived.objects()).containsAll(honest.objects());
  }

  /**
   * What came of a migration.
   *
   * @param timeLimit what it said, when it was reached
   */
  record Run(ApplyResult result, Optional<String> timeLimit, List<String> messages) {

    String everythingSaid() {
      return result + " " + messages;
    }
  }

  private Run run(String sql, ShadowLimits limits) {
    try (ShadowDatabase shadow = open(limits)) {
      return run(sql, shadow, limits);
    }
  }

  final Run run(String sql, ShadowDatabase shadow, ShadowLimits limits) {
    var engine = new FlywayEngine();
    MigrationSet set = Migrations.read(database(), "V1__x.sql", sql);
    assertThat(set.problems()).isEmpty();
    List<String> messages = new ArrayList<>();
    try (TimeLimit limit = TimeLimit.on(shadow, limits.time())) {
      ApplyResult result =
          engine.apply(
              set,
              Migrations.settings(database()),
              shadow.connection(),
              new ApplyListener() {
                @Override
                public void starting(Migration migration) {
                  limit.running(migration.fileName());
                }

                @Override
                public void statementFinished(
                    Migration migration,
                    int number,
                    Connection session,
                    List<String> said,
                    Duration time) {
                  messages.addAll(said);
                }
              });
      return new Run(result, limit.reached(), messages);
    }
  }

  private SchemaSnapshot schemaAfter(String sql) throws SQLException {
    try (ShadowDatabase shadow = open(LIMITS)) {
      assertThat(run(sql, shadow, LIMITS).result().failure()).isEmpty();
      try (Connection inspection = Connections.open(shadow.inspection())) {
        return Dialects.of(shadow.inspection().url())
            .inspector()
            .inspect(inspection, new InspectionScope(List.of(), Set.of("flyway_schema_history")));
      }
    }
  }

  final ShadowLimits limits() {
    return LIMITS;
  }

  private Path canary() {
    return directory.resolve("canary");
  }
}
