package io.github.schemagitops.report;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.TableLock;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** {@code report.json}: everything. */
public final class JsonReportWriter implements ReportWriter {

  @Override
  public String format() {
    return "json";
  }

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public String render(Report report, ReportContext context) {
    return Json.document(
        json -> {
          ReportHead.write(json, report, context);
          json.field("subject", report.subject());
          json.field("remedy", report.remedy());
          json.object(
              "coverage",
              coverage -> {
                coverage.strings("compared", report.compared());
                coverage.strings("notCompared", report.notCompared());
              });
          json.objects("findings", report.findings(), JsonReportWriter::finding);
          json.objects("runs", report.runs(), JsonReportWriter::run);
          json.objects("rows", report.rows(), JsonReportWriter::row);
          String part =
              report
                  .changes()
                  .map(c -> c.meaning() == SchemaChanges.Meaning.DRIFT ? "drifted" : "schemaDiff")
                  .orElse("schemaDiff");
          json.objects(part, changes(report), JsonReportWriter::change);
          if (report.reconciliation().isPresent()) {
            Reconciliation reconciliation = report.reconciliation().get();
            json.object("reconcile", r -> ReconciliationJson.write(r, reconciliation));
          }
          json.objects("ignored", report.ignored(), JsonReportWriter::ignored);
          json.objects(
              "steps",
              report.steps(),
              (step, s) -> {
                step.field("label", s.label());
                step.field("text", s.text());
              });
          json.strings("notes", report.notes());
        });
  }

  private static List<Change> changes(Report report) {
    return report.changes().map(SchemaChanges::diff).map(SchemaDiff::changes).orElse(List.of());
  }

  private static void finding(Json json, Finding finding) throws IOException {
    json.field("rule", finding.rule());
    json.field("severity", lower(finding.severity()));
    json.field("message", finding.message());
    json.field("help", finding.help());
    json.field("file", finding.location().map(Location::file));
    json.field("line", finding.location().map(Location::line).orElse(0));
    json.field("column", finding.location().map(Location::column).orElse(0));
    json.field("object", finding.object());
    json.field("source", lower(finding.source()));
    if (finding.fix().isPresent()) {
      json.object("fix", fix -> fix(fix, finding.fix().get()));
    }
  }

  private static void fix(Json json, Fix fix) throws IOException {
    json.field("description", fix.description());
    json.objects(
        "edits",
        fix.edits(),
        (e, edit) -> {
          e.field("file", edit.start().file());
          e.field("line", edit.start().line());
          e.field("column", edit.start().column());
          e.field("length", edit.length());
          e.field("text", edit.text());
        });
    json.objects(
        "newFiles",
        fix.newFiles(),
        (f, file) -> {
          f.field("file", file.path());
          f.field("text", file.text());
        });
  }

  private static void run(Json json, MigrationRun run) throws IOException {
    json.field("file", run.file());
    json.field("millis", run.time().toMillis());
    json.field("succeeded", run.succeeded());
    json.objects(
        "changes",
        run.changes().map(SchemaDiff::changes).orElse(List.of()),
        JsonReportWriter::change);
    json.objects("statements", run.statements(), JsonReportWriter::statement);
    json.field("undo", run.undo().map(u -> lower(u.verdict())));
    json.strings("losesData", run.undo().map(UndoProof::losesData).orElse(List.of()));
    json.field("secondRun", run.secondRun().map(JsonReportWriter::lower));
  }

  private static void statement(Json json, StatementTrace statement) throws IOException {
    json.field("number", statement.number());
    json.field("line", statement.line());
    json.field("micros", statement.time().toNanos() / 1000);
    json.objects("effects", statement.effects(), JsonReportWriter::effect);
    json.strings("unseen", statement.unseen());
  }

  private static void effect(Json json, TableEffect effect) throws IOException {
    json.field("object", effect.object());
    json.field("lock", effect.lock().map(TableLock::mode));
    json.field("blocks", effect.lock().map(l -> lower(l.blocks())));
    json.strings("work", effect.work().stream().map(JsonReportWriter::lower).toList());
    json.field("detail", effect.detail());
  }

  private static void row(Json json, RowCount row) throws IOException {
    json.field("table", row.table());
    json.field("before", row.before());
    json.field("after", row.after());
  }

  private static void change(Json json, Change change) throws IOException {
    json.field("type", lower(change.type()));
    json.field("kind", change.kind().label());
    json.field("name", change.name());
    json.field("before", change.before().map(SchemaObject::definition));
    json.field("after", change.after().map(SchemaObject::definition));
  }

  private static void ignored(Json json, IgnoredChange ignored) throws IOException {
    change(json, ignored.change());
    json.field("reason", ignored.reason());
    json.field("expires", ignored.expires().map(LocalDate::toString));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
