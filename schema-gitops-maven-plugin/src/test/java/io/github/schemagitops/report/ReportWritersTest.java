package io.github.schemagitops.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.ReportGoldens;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.TableLock;
import io.github.schemagitops.trace.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format shows one report that has everything, and all that a format could stumble over. */
class ReportWritersTest {

  private static final String NASTY = "<b>&amp; | `x` \"y\" \\ ${z} ::error:: \u00fc\u2028";

  static Stream<ReportWriter> writers() {
    return ServiceLoader.load(ReportWriter.class).stream().map(ServiceLoader.Provider::get);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void a_report_with_everything_is_shown_in_every_format(ReportWriter writer) {
    Goldens.check("everything/" + writer.fileName(), render(writer, everything()));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void an_empty_report_is_shown_in_every_format(ReportWriter writer) {
    Report empty =
        Report.of("validate").finish(new Outcome(Verdict.PASSED, ExitCode.OK), "0 errors");

    assertThat(render(writer, empty)).contains("PASSED", "0 errors").endsWith("\n");
  }

  @Test
  void a_comment_fits_whatever_there_is_to_say() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Severity severity = i % 2 == 0 ? Severity.ERROR : Severity.INFO;
      many.add(Finding.general("a-rule", severity, i + " " + NASTY.repeat(40), NASTY));
    }
    Report report =
        Report.of("lint")
            .findings(many)
            .finish(new Outcome(Verdict.FAILED, ExitCode.FINDINGS), "1000 errors");

    assertThat(render(new CommentReportWriter(), report))
        .hasSizeLessThan(61_000)
        .contains("1000 errors", "0 ", " more: see", "and 970 more");
  }

  @Test
  void json_reports_follow_their_published_schemas() {
    ReportGoldens.validate("report.json", render(new JsonReportWriter(), everything()));
    ReportGoldens.validate("verdict.json", render(new VerdictJsonWriter(), everything()));
  }

  @Test
  void no_character_of_a_message_is_lost_in_json() throws IOException {
    JsonNode finding =
        new ObjectMapper()
            .readTree(render(new JsonReportWriter(), everything()))
            .path("findings")
            .path(1);

    assertThat(finding.path("message").asText()).isEqualTo("Message " + NASTY);
    assertThat(finding.path("help").asText()).isEqualTo("do this " + NASTY + "\nand that");
    assertThat(finding.path("object").asText()).isEqualTo("public.\"odd | name\"");
  }

  @Test
  void a_report_begins_with_its_verdict() throws IOException {
    JsonNode verdict = new ObjectMapper().readTree(render(new VerdictJsonWriter(), everything()));
    JsonNode report = new ObjectMapper().readTree(render(new JsonReportWriter(), everything()));

    assertThat(verdict.properties())
        .allSatisfy(field -> assertThat(report.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void reports_are_written_for_the_goal_and_as_the_latest(@TempDir Path project)
      throws IOException {
    Path directory = project.resolve("target/schema-gitops");
    ReportFiles files = new ReportFiles(directory, project, "1.2.3");

    files.write(everything());
    files.write(everything());

    try (Stream<Path> written = Files.walk(directory)) {
      assertThat(written.filter(Files::isRegularFile).map(f -> directory.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              "comment.md",
              "report.json",
              "report.sarif",
              "report.txt",
              "verdict.json",
              "deploy/comment.md",
              "deploy/report.json",
              "deploy/report.sarif",
              "deploy/report.txt",
              "deploy/verdict.json");
    }
    assertThat(directory.resolve("verdict.json"))
        .hasSameTextualContentAs(directory.resolve("deploy/verdict.json"))
        .content()
        .contains("\"target/schema-gitops/deploy/report.json\"");
  }

  private static String render(ReportWriter writer, Report report) {
    return writer.render(
        report, new ReportContext("1.2.3", new TreeMap<>(Map.of("json", "target/report.json"))));
  }

  private static Report everything() {
    Finding general = Finding.general("drift-before-deploy", Severity.INFO, "A remark", "");
    Finding placed =
        new Finding(
            "index-not-concurrent",
            Severity.ERROR,
            "Message " + NASTY,
            "do this " + NASTY + "\nand that",
            Optional.of(new Location("db/V1__a b.sql", 3, 5)),
            Optional.of("public.\"odd | name\""),
            Source.CONFIRMED,
            Optional.of(new CodeFrame("\tCREATE INDEX ON t (id);", 2, 12, "SHARE lock")),
            Optional.of(
                Fix.of(
                        "build it " + NASTY,
                        new Fix.Edit(new Location("db/V1__a b.sql", 3, 14), 0, " CONCURRENTLY"))
                    .with(new Fix.NewFile("db/V1__a b.sql.conf", "executeInTransaction=false\n"))));
    Finding wholeFile =
        Finding.at(
            Location.ofFile("db/V2.sql"), "migration-name", Severity.WARNING, "Odd", "rename");
    SchemaObject table = object(ObjectKind.TABLE, "public.orders", "");
    SchemaObject before = object(ObjectKind.COLUMN, "public.orders.total", "numeric");
    SchemaObject after = object(ObjectKind.COLUMN, "public.orders.total", "text DEFAULT '<|>'");
    SchemaDiff diff = new SchemaDiff(List.of(Change.removed(table), Change.changed(before, after)));
    return new Report(
        "deploy",
        new Outcome(Verdict.DRIFTED, ExitCode.DRIFT),
        "production · PostgreSQL 17.0 · commit 4f2c1a9",
        "1 changed, 1 missing",
        "repair it",
        List.of(general, placed, wholeFile),
        List.of("12 objects of 19 kinds"),
        List.of("grants"),
        List.of("schema billing: role monitor lacks USAGE"),
        Optional.of("production"),
        Optional.of("PostgreSQL 17.0"),
        new MigrationCounts(4, 3, 2, 1),
        List.of(
            new MigrationRun(
                "db/V1__a b.sql",
                Duration.ofMillis(1234),
                true,
                Optional.of(diff),
                List.of(
                    new StatementTrace(
                        "db/V1__a b.sql",
                        1,
                        3,
                        Duration.ofNanos(1_500_000),
                        List.of(
                            effect("public.orders", "SHARE", Blocks.WRITES, Work.INDEX_BUILD),
                            effect(
                                "public.\"odd | name\"",
                                "ACCESS EXCLUSIVE",
                                Blocks.EVERYTHING,
                                Work.SCAN,
                                Work.REWRITE)),
                        List.of("locks of VACUUM"))),
                Optional.of(
                    new UndoProof(UndoProof.Verdict.OK, List.of("column public.orders.note"))),
                Optional.of(SecondRun.UNCHANGED)),
            MigrationRun.of("db/V2.sql", Duration.ZERO, false, Optional.empty())),
        List.of(
            new RowCount("public.orders", OptionalLong.of(3), OptionalLong.of(5)),
            new RowCount("public.gone", OptionalLong.of(1), OptionalLong.empty()),
            new RowCount("public.same", OptionalLong.of(7), OptionalLong.of(7))),
        Optional.of(new SchemaChanges(SchemaChanges.Meaning.DRIFT, diff)),
        Optional.of(reconciliation()),
        List.of(
            new IgnoredChange(
                Change.added(object(ObjectKind.INDEX, "public.tmp_1", "CREATE INDEX tmp_1")),
                "Reason " + NASTY,
                Optional.of(LocalDate.of(2027, 1, 31))),
            new IgnoredChange(Change.removed(before), "for good", Optional.empty())),
        Optional.of("4f2c1a9"),
        List.of(new Step("lock", "acquired"), new Step("V1", "0.10 s")),
        List.of("locations from flyway.conf"),
        Duration.ofMillis(5678));
  }

  private static Reconciliation reconciliation() {
    return new Reconciliation(
        false,
        List.of(
            new Reconciliation.Statement(
                "ALTER TABLE orders " + NASTY,
                "column public.orders.total",
                List.of(),
                Reconciliation.Status.RUNS,
                "",
                true),
            new Reconciliation.Statement(
                "DROP TABLE hotfix",
                "table public.hotfix",
                List.of("drop-table"),
                Reconciliation.Status.FENCED,
                "drop-table is not allowed",
                false)),
        List.of(new Reconciliation.Unproven("table public.orders", "Reason " + NASTY)),
        List.of("table public.hotfix", "table public.orders"),
        Optional.of(new Reconciliation.Adopt("V5__adopt_drift_production.sql", true, "")),
        List.of("target/schema-gitops/revert.sql"));
  }

  private static TableEffect effect(String object, String mode, Blocks blocks, Work... work) {
    return new TableEffect(object, Optional.of(new TableLock(mode, blocks)), Set.of(work), NASTY);
  }

  private static SchemaObject object(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, name, Optional.empty(), definition);
  }
}
