package io.github.schemagitops.report;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code report.sarif}: SARIF 2.1.0, for GitHub code scanning and editors. Fixes are SARIF's own
 * {@code fixes}; a file that a fix adds is a replacement of nothing at its beginning.
 */
public final class SarifReportWriter implements ReportWriter {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "report.sarif";
  }

  @Override
  public String render(Report report, ReportContext context) {
    return Json.document(
        json -> {
          json.field("$schema", SCHEMA);
          json.field("version", "2.1.0");
          json.objects("runs", List.of(report), (run, r) -> run(run, r, context));
        });
  }

  private static void run(Json json, Report report, ReportContext context) throws IOException {
    json.object(
        "tool",
        tool ->
            tool.object(
                "driver",
                driver -> {
                  driver.field("name", "schema-gitops");
                  driver.field("version", context.toolVersion());
                  driver.objects(
                      "rules",
                      report.findings().stream()
                          .map(Finding::rule)
                          .collect(Collectors.toCollection(TreeSet::new)),
                      (rule, id) -> rule.field("id", id));
                }));
    json.object(
        "automationDetails",
        details -> details.field("id", "schema-gitops/" + report.goal() + "/"));
    json.field("columnKind", "utf16CodeUnits");
    json.objects(
        "invocations",
        List.of(report),
        (invocation, r) -> {
          invocation.field("executionSuccessful", hasLooked(r.outcome().verdict()));
          invocation.objects(
              "toolExecutionNotifications",
              Stream.concat(Stream.of(r.answer()), r.unknown().stream()).toList(),
              (notification, text) ->
                  notification.object("message", message -> message.field("text", text)));
        });
    Map<String, Integer> seen = new LinkedHashMap<>();
    json.objects("results", report.findings(), (result, finding) -> result(result, finding, seen));
  }

  /** Findings are an answer; not to have seen everything is none. */
  private static boolean hasLooked(Verdict verdict) {
    return verdict != Verdict.ERROR && verdict != Verdict.UNKNOWN;
  }

  private static void result(Json json, Finding finding, Map<String, Integer> seen)
      throws IOException {
    json.field("ruleId", finding.rule());
    json.field("level", level(finding.severity()));
    json.object(
        "message",
        message ->
            message.field(
                "text",
                finding.help().isEmpty()
                    ? finding.message()
                    : finding.message() + "\nDo: " + finding.help()));
    json.objects(
        "locations",
        finding.location().stream().toList(),
        (location, at) ->
            location.object(
                "physicalLocation",
                place -> {
                  artifact(place, at.file());
                  if (at.line() > 0) {
                    place.object("region", region -> region(region, at, length(finding)));
                  }
                }));
    json.object(
        "partialFingerprints", prints -> prints.field("finding/v1", fingerprint(finding, seen)));
    json.objects("fixes", finding.fix().stream().toList(), SarifReportWriter::fix);
  }

  private static int length(Finding finding) {
    return finding.frame().map(frame -> frame.length()).orElse(0);
  }

  private static void artifact(Json json, String file) throws IOException {
    json.object("artifactLocation", artifact -> artifact.field("uri", uri(file)));
  }

  /** Paths may have blanks and other characters that a URI has not. */
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/._-~".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  private static void region(Json json, Location start, int length) throws IOException {
    json.field("startLine", start.line());
    int column = Math.max(1, start.column());
    json.field("startColumn", column);
    json.field("endColumn", column + length);
  }

  private static void fix(Json json, Fix fix) throws IOException {
    json.object("description", description -> description.field("text", fix.description()));
    Map<String, List<Fix.Edit>> byFile =
        fix.edits().stream()
            .collect(
                Collectors.groupingBy(
                    edit -> edit.start().file(), LinkedHashMap::new, Collectors.toList()));
    List<Fix.Edit> added =
        fix.newFiles().stream()
            .map(file -> new Fix.Edit(new Location(file.path(), 1, 1), 0, file.text()))
            .toList();
    added.forEach(edit -> byFile.put(edit.start().file(), List.of(edit)));
    json.objects(
        "artifactChanges",
        byFile.entrySet(),
        (change, file) -> {
          artifact(change, file.getKey());
          change.objects("replacements", file.getValue(), SarifReportWriter::replacement);
        });
  }

  private static void replacement(Json json, Fix.Edit edit) throws IOException {
    json.object("deletedRegion", region -> region(region, edit.start(), edit.length()));
    json.object("insertedContent", content -> content.field("text", edit.text()));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** The same for the same fault in other lines: rule, file, object and the line's words. */
  private static String fingerprint(Finding finding, Map<String, Integer> seen) {
    String words =
        String.join(
            "\n",
            finding.rule(),
            finding.location().map(Location::file).orElse(""),
            finding.object().orElse(""),
            finding.frame().map(frame -> frame.text().strip().replaceAll("\\s+", " ")).orElse(""));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8) + ":" + seen.merge(words, 1, Integer::sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
