package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history with a migration in Java, of a class that only the project has. */
class DriftCheckJavaTest {

  private static final String MIGRATION =
      """
      package db.migration;
      public class V2__Code extends org.flywaydb.core.api.migration.BaseJavaMigration {
        %s
        @Override public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
          try (java.sql.Statement statement = context.getConnection().createStatement()) {
            statement.execute(%s);
          }
        }
      }
      """;

  private static final String TABLE = "\"CREATE TABLE made_by_code (id int)\"";

  @TempDir Path directory;
  private Path classes;
  private DeployedProject project;

  /** V3 needs what the migration in Java makes. */
  @BeforeEach
  void deployed() throws SQLException {
    classes = directory.resolve("classes");
    project = new DeployedProject(directory.resolve("project"));
    project.git.migration("V1__a.sql", "CREATE TABLE a (id int);\n").commit("A");
    project.deploy();
    project.database.execute("CREATE TABLE made_by_code (id int)");
    row("db.migration.V2__Code", "NULL");
    project.git.migration("V3__c.sql", "CREATE INDEX c ON made_by_code (id);\n").commit("C");
    project.deploy();
  }

  @AfterEach
  void end() {
    project.close();
  }

  @Test
  void is_unknown_unless_it_is_allowed() throws IOException {
    compile("", TABLE);

    assertThat(unknown(new FlywayEngine()))
        .isEqualTo(
            "what db.migration.V2__Code did is not known, because it is written in Java, and"
                + " schema.drift.javaMigrations does not allow it");
  }

  @Test
  void runs_where_it_ran_and_is_told() throws IOException, SQLException {
    compile("", TABLE);

    Report report = project.check(allowed());

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.WARNED);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("java-migration-as-compiled");
    assertThat(report.migrations().pending()).isZero();
    project.database.execute("ALTER TABLE made_by_code ADD by_hand int");
    assertThat(project.check(allowed()).headline()).isEqualTo("1 added");
  }

  @Test
  void with_a_checksum_it_is_known_to_be_the_same_or_another() throws IOException, SQLException {
    compile("@Override public Integer getChecksum() { return 42; }", TABLE);
    project.database.execute("UPDATE flyway_schema_history SET checksum = 42 WHERE version = '2'");

    Report report = project.check(allowed());

    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.PASSED);
    assertThat(report.findings()).isEmpty();
    project.database.execute("UPDATE flyway_schema_history SET checksum = 43 WHERE version = '2'");
    assertThat(unknown(allowed()))
        .endsWith("its class says now that it is another migration than the one that ran");
  }

  @Test
  void is_unknown_when_its_class_is_not_there() {
    assertThat(unknown(allowed())).endsWith("its class is not in classes: compile first");
  }

  @Test
  void any_other_class_that_the_table_names_is_not_touched() throws IOException, SQLException {
    compile("static { if (true) throw new IllegalStateException(\"touched\"); }", TABLE);
    Path file = classes.resolve("db/migration/Other.java");
    Files.writeString(
        file,
        "package db.migration; public class Other { static { System.exit(1); } public Other() {} }");
    javac(file);
    project.database.execute(
        "UPDATE flyway_schema_history SET script = 'db.migration.Other' WHERE version = '2'");

    assertThat(unknown(allowed())).contains("db.migration.Other is no Java migration");
    for (String name : List.of("java.lang.Runtime", "../../x", "")) {
      project.database.execute(
          "UPDATE flyway_schema_history SET script = '%s' WHERE version = '2'".formatted(name));
      assertThat(unknown(allowed())).contains("is not in classes");
    }
  }

  @Test
  void one_without_a_usable_constructor_is_unknown() throws IOException {
    compile("private final int n; public V2__Code(int n) { this.n = n; }", TABLE);

    assertThat(unknown(allowed())).contains("its class cannot be used");
  }

  @Test
  void what_it_throws_ends_the_check_without_an_answer() throws IOException {
    compile("", "\"NONSENSE\"");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> project.check(allowed()))
        .withMessageContaining("the expected state cannot be rebuilt")
        .withMessageContaining("NONSENSE");
  }

  private String unknown(FlywayEngine engine) {
    Report report = project.check(engine);
    assertThat(report.outcome().verdict()).as(report.answer()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.unknown()).isNotEmpty();
    return report.unknown().get(0);
  }

  private FlywayEngine allowed() {
    return new FlywayEngine(Optional.of(classes));
  }

  private void row(String script, String checksum) throws SQLException {
    project.database.execute(
        "INSERT INTO flyway_schema_history VALUES (2, '2', 'Code', 'JDBC', '%s', %s, 'x', now(), 0,"
                .formatted(script, checksum)
            + " true)");
  }

  private void compile(String members, String sql) throws IOException {
    Path file = classes.resolve("db/migration/V2__Code.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, MIGRATION.formatted(members, sql));
    javac(file);
  }

  private static void javac(Path file) {
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", System.getProperty("java.class.path"), file.toString());
    assertThat(failed).isZero();
  }
}
