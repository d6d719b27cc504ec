package io.github.schemagitops.report;

import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The part that {@code verdict.json} consists of and {@code report.json} begins with. */
final class ReportHead {

  static final int SCHEMA_VERSION = 1;

  private ReportHead() {}

  static void write(Json json, Report report, ReportContext context) throws IOException {
    json.field("schemaVersion", SCHEMA_VERSION);
    json.field("goal", report.goal());
    json.field("verdict", report.outcome().verdict().name());
    json.field("exitCode", report.outcome().exitCode().code());
    json.field("headline", report.headline());
    json.object(
        "counts",
        counts -> {
          counts.field("error", report.count(Severity.ERROR));
          counts.field("warning", report.count(Severity.WARNING));
          counts.field("info", report.count(Severity.INFO));
        });
    json.strings("unknown", report.unknown());
    json.field("environment", report.environment());
    json.field("server", report.server());
    MigrationCounts migrations = report.migrations();
    json.object(
        "migrations",
        m -> {
          m.field("total", migrations.total());
          m.field("new", migrations.added());
          m.field("pending", migrations.pending());
          m.field("applied", migrations.applied());
        });
    SchemaDiff drift = drift(report);
    json.object(
        "drift",
        d -> {
          d.field("added", drift.count(Change.Type.ADDED));
          d.field("missing", drift.count(Change.Type.REMOVED));
          d.field("changed", drift.count(Change.Type.CHANGED));
          d.field("ignored", report.ignored().size());
        });
    json.object(
        "reports",
        files -> {
          for (Map.Entry<String, String> file : context.files().entrySet()) {
            files.field(file.getKey(), file.getValue());
          }
        });
    json.field("durationMillis", report.duration().toMillis());
    json.object("tool", tool -> tool.field("version", context.toolVersion()));
  }

  private static SchemaDiff drift(Report report) {
    return report
        .changes()
        .filter(c -> c.meaning() == SchemaChanges.Meaning.DRIFT)
        .map(SchemaChanges::diff)
        .orElse(new SchemaDiff(List.of()));
  }
}
