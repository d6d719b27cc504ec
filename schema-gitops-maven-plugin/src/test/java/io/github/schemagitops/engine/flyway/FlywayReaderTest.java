package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.MigrationSettings.Naming;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.testing.Migrations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.resource.StringResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Flyway's files become migrations")
class FlywayReaderTest {

  @Test
  void statementsCarryTheLineAndColumnOfTheirFirstCharacter() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql",
            "-- why\n/* more /* nested */ */\nCREATE TABLE a (id int);\n\n  CREATE INDEX i ON a (id);\n");

    assertThat(set.problems()).isEmpty();
    assertThat(set.migrations().get(0).statements())
        .containsExactly(
            new SqlStatement("CREATE TABLE a (id int)", 3, 1, true),
            new SqlStatement("CREATE INDEX i ON a (id)", 5, 3, true));
  }

  @Test
  void aReplacedPlaceholderDoesNotShiftLaterPlaces() {
    MigrationSet set =
        Migrations.read("V1__a.sql", "SELECT '${default_currency}'; SELECT 2;\nSELECT 3;");

    assertThat(set.migrations().get(0).statements())
        .containsExactly(
            new SqlStatement("SELECT 'EUR'", 1, 1, true),
            new SqlStatement("SELECT 2", 1, 31, true),
            new SqlStatement("SELECT 3", 2, 1, true));
  }

  @Test
  void anUnknownPlaceholderIsAnErrorThatListsTheKnownOnes() {
    MigrationSet set = Migrations.read("V1__a.sql", "SELECT 1;\nSELECT '${nope}';");

    Finding finding = set.problems().get(0);
    assertThat(finding.rule()).isEqualTo("unknown-placeholder");
    assertThat(finding.location().orElseThrow()).hasToString("db/migration/V1__a.sql:2");
    assertThat(finding.message()).contains("'nope'").contains("default_currency");
  }

  @Test
  void aKnownFileIsTakenApartWhenSomebodyAsks() {
    MigrationSet set = known("SELECT 1;\nCREATE INDEX CONCURRENTLY i ON a (id);");

    Migration migration = set.migrations().get(0);
    assertThat(migration.statements()).extracting(SqlStatement::line).containsExactly(1, 2);
    assertThat(migration.inTransaction()).isFalse();
  }

  @Test
  void aKnownFileThatCannotBeTakenApartSaysSoThen() {
    MigrationSet set = known("SELECT 1;\nSELECT 'open;");

    assertThat(set.problems()).isEmpty();
    assertThatThrownBy(() -> set.migrations().get(0).statements())
        .isInstanceOfSatisfying(
            SchemaGitOpsException.class,
            e -> assertThat(e.location().orElseThrow()).hasToString("db/migration/V1__a.sql:2"))
        .hasMessageContaining("a string is never closed");
  }

  private static MigrationSet known(String text) {
    return new FlywayEngine()
        .read(List.of(Migrations.file("V1__a.sql", text)), Migrations.settings(), file -> true);
  }

  @Test
  void aScriptConfigurationTakesTheFileOutOfItsTransaction() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql", "ALTER TABLE a DETACH PARTITION b CONCURRENTLY;",
            "V1__a.sql.conf", "executeInTransaction=false\n",
            "V2__b.sql", "CREATE INDEX CONCURRENTLY i ON a (id);",
            "V3__c.sql", "SELECT '${not_a_placeholder}';",
            "V3__c.sql.conf", "placeholderReplacement=false",
            "V4__d.sql", "ALTER TYPE mood\n ADD VALUE 'calm';");

    assertThat(set.problems()).isEmpty();
    assertThat(set.migrations())
        .extracting(Migration::inTransaction)
        .containsExactly(false, false, true, true);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v2__b.sql       | case counts                                        | V2__b.sql
          V2_b.sql        | version and description are not separated by '__'  | V2__b.sql
          V__a.sql        | not a version                                      | name it
          V1.2.x__a.sql   | '1.2.x' is not a version                           | name it
          V2__b.SQL       | its suffix is not .sql                             | V2__b.sql
          r__view.sql     | case counts                                        | R__view.sql
          hello.sql       | does not start with V<version>                     | name it
          """)
  void aMisnamedFileIsAnErrorWithTheRightName(String name, String cause, String remedy) {
    MigrationSet set = Migrations.read("V1__a.sql", "SELECT 1;", name, "SELECT 1;");

    assertThat(set.problems()).hasSize(1);
    Finding finding = set.problems().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message()).contains(cause);
    assertThat(finding.help()).contains(remedy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V1.sql",
        "V1__.sql",
        "V1__a.sql",
        "R__.sql",
        "R.sql",
        "V1_2__a_b__c.sql",
        "V1.0.sql",
        "B5__x.sql",
        "V001__x.sql",
        "V1.1___x.sql",
        "V1__a b.sql"
      })
  void namesMeanWhatTheyMeanToFlyway(String name) {
    ResourceName flyways = new ResourceNameParser(Flyway.configure()).parse(name);

    MigrationId ours =
        new FlywayNames(Naming.DEFAULT).parse(Migrations.file(name, "")).orElseThrow();

    assertThat(ours.description()).isEqualTo(flyways.getDescription());
    assertThat(ours.version().map(Object::toString).orElse(null))
        .isEqualTo(flyways.getVersion() == null ? null : flyways.getVersion().getVersion());
  }

  @Test
  void callbacksAndForeignFilesAreNoMigrations() {
    MigrationSet set =
        Migrations.read(
            "V1__a.sql",
            "SELECT 1;",
            "afterMigrate.sql",
            "SELECT 2;",
            "README.md",
            "hello",
            "beforeEachMigrate__log.sql",
            "SELECT 3;");

    assertThat(set.problems()).isEmpty();
    assertThat(set.migrations()).hasSize(1);
    assertThat(set.otherFiles()).hasSize(2);
  }

  @Test
  void utf16IsNamed() {
    SourceFile file =
        new SourceFile("V1__a.sql", "V1__a.sql", "SELECT 1;".getBytes(StandardCharsets.UTF_16));

    Finding finding =
        new FlywayEngine().read(List.of(file), Migrations.settings()).problems().get(0);

    assertThat(finding.message())
        .isEqualTo("the file is not UTF-8: it starts with a UTF-16 byte-order mark");
  }

  @Test
  void aLatin1ByteIsNamedWithItsLine() {
    SourceFile file =
        new SourceFile(
            "V1__a.sql",
            "V1__a.sql",
            "SELECT 1;\nSELECT 'é';".getBytes(StandardCharsets.ISO_8859_1));

    Finding finding =
        new FlywayEngine().read(List.of(file), Migrations.settings()).problems().get(0);

    assertThat(finding.message()).isEqualTo("invalid UTF-8 at byte 19");
    assertThat(finding.location().orElseThrow()).hasToString("V1__a.sql:2");
  }

  @Test
  void textThatFlywayWouldMisreadIsRefused() {
    assertThat(rules("<<<<<<< HEAD\nSELECT 1;\n=======\nSELECT 2;\n>>>>>>> topic\n"))
        .containsExactly("conflict-marker");
    assertThat(rules("COPY a FROM stdin;\n1\n2\n")).containsExactly("copy-not-terminated");
    assertThat(rules("SELECT 1; /* the rest\nDROP TABLE a;\n")).containsExactly("unparsable");
    assertThat(rules("SELECT 'never closed;\n")).containsExactly("unparsable");
    assertThat(rules("SELECT $f$ never closed;\n")).containsExactly("unparsable");
    assertThat(rules("SELECT \"never closed;\n")).containsExactly("unparsable");
    assertThat(rules("SELECT E'a\\'b', 'it''s', $a$ ' $a$, a$b FROM t; -- it's fine\n")).isEmpty();
    assertThat(rules("-- nothing\n")).containsExactly("empty-migration");
    assertThat(rules("")).containsExactly("empty-migration");
  }

  @Test
  void copyDataBelongsToItsStatement() {
    MigrationSet set = Migrations.read("V1__a.sql", "COPY a FROM stdin;\n1\n2;x\n\\.\nSELECT 1;\n");

    assertThat(set.problems()).isEmpty();
    assertThat(set.migrations().get(0).statements()).hasSize(2);
    assertThat(set.migrations().get(0).statements().get(1).line()).isEqualTo(5);
  }

  @Test
  void theChecksumIsFlywaysOwn() {
    String text = "SELECT '${default_currency}';\n";
    MigrationSet set = Migrations.read("V1__a.sql", text, "R__b.sql", text);

    assertThat(set.migrations().get(0).checksum())
        .isEqualTo(ChecksumCalculator.calculate(new StringResource(text)));
    assertThat(set.migrations().get(1).checksum())
        .as("a repeatable's checksum counts its placeholder values")
        .isEqualTo(ChecksumCalculator.calculate(new StringResource("SELECT 'EUR';\n")));
  }

  private static List<String> rules(String text) {
    return Migrations.read("V1__a.sql", text).problems().stream().map(Finding::rule).toList();
  }
}
