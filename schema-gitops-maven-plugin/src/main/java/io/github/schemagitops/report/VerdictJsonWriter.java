package io.github.schemagitops.report;

/** {@code verdict.json}: small and stable, for scripts. */
public final class VerdictJsonWriter implements ReportWriter {

  @Override
  public String format() {
    return "verdict";
  }

  @Override
  public String fileName() {
    return "verdict.json";
  }

  @Override
  public String render(Report report, ReportContext context) {
    return Json.document(json -> ReportHead.write(json, report, context));
  }
}
