package io.github.schemagitops.publish;

import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A check's result in the text format of Prometheus. Pure. */
final class Metrics {

  static final String LAST_SUCCESS = "schema_gitops_last_success_timestamp_seconds";

  private static final String NOT_KNOWN = "NaN";

  private final Report report;
  private final String labels;
  private final StringBuilder text = new StringBuilder();

  private Metrics(Report report, String project) {
    this.report = report;
    this.labels =
        label("project", project) + "," + label("environment", report.environment().orElse(""));
  }

  /**
   * All metrics.
   *
   * @param now when the check ended
   * @param lastSuccess seconds since 1970 of the last check before this one that could say whether
   *     there is drift; where that is not known and this one cannot say either, the metric is left
   *     out
   */
  static String of(Report report, String project, Instant now, OptionalLong lastSuccess) {
    return new Metrics(report, project).write(now, lastSuccess);
  }

  private String write(Instant now, OptionalLong lastSuccess) {
    Optional<SchemaDiff> diff = known(report);
    gauge(
        "schema_gitops_drift",
        "Whether the database differs from what Git says: 1 yes, 0 no, NaN not known.",
        Map.of("", diff.map(d -> d.isEmpty() ? "0" : "1").orElse(NOT_KNOWN)));
    gauge(
        "schema_gitops_drift_changes",
        "Objects that differ, by type; ignored ones are covered by a rule.",
        changes(diff));
    gauge(
        "schema_gitops_verdict", "1 for the verdict of the last check, 0 for others.", verdicts());
    gauge(
        "schema_gitops_check_duration_seconds",
        "How long the last check took.",
        Map.of("", String.format(Locale.ROOT, "%.3f", report.duration().toMillis() / 1000.0)));
    gauge(
        "schema_gitops_last_check_timestamp_seconds",
        "When the last check ended, whatever came of it.",
        Map.of("", Long.toString(now.getEpochSecond())));
    OptionalLong success = diff.isPresent() ? OptionalLong.of(now.getEpochSecond()) : lastSuccess;
    if (success.isPresent()) {
      gauge(
          LAST_SUCCESS,
          "When a check last could say whether there is drift.",
          Map.of("", Long.toString(success.getAsLong())));
    }
    return text.toString();
  }

  /** The differences, where they are certain. */
  private static Optional<SchemaDiff> known(Report report) {
    Verdict verdict = report.outcome().verdict();
    return verdict == Verdict.UNKNOWN || verdict == Verdict.ERROR
        ? Optional.empty()
        : report
            .changes()
            .filter(c -> c.meaning() == SchemaChanges.Meaning.DRIFT)
            .map(SchemaChanges::diff);
  }

  private Map<String, String> changes(Optional<SchemaDiff> diff) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("added", count(diff, Change.Type.ADDED));
    values.put("missing", count(diff, Change.Type.REMOVED));
    values.put("changed", count(diff, Change.Type.CHANGED));
    values.put("ignored", diff.isPresent() ? "" + report.ignored().size() : NOT_KNOWN);
    return labelled("type", values);
  }

  private static String count(Optional<SchemaDiff> diff, Change.Type type) {
    return diff.map(d -> Integer.toString(d.count(type))).orElse(NOT_KNOWN);
  }

  private Map<String, String> verdicts() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      values.put(
          verdict.name().toLowerCase(Locale.ROOT),
          verdict == report.outcome().verdict() ? "1" : "0");
    }
    return labelled("verdict", values);
  }

  private static Map<String, String> labelled(String name, Map<String, String> values) {
    Map<String, String> labelled = new LinkedHashMap<>();
    values.forEach((label, value) -> labelled.put("," + label(name, label), value));
    return labelled;
  }

  private void gauge(String name, String help, Map<String, String> values) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
    values.forEach(
        (more, value) -> text.append("%s{%s%s} %s\n".formatted(name, labels, more, value)));
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "%s=\"%s\"".formatted(name, escaped);
  }
}
