package io.github.schemagitops.report;

/** One report format: a pure function from report to text. Found with {@code ServiceLoader}. */
public interface ReportWriter {

  /** Short id, for instance {@code json}. */
  String format();

  /** Name of the file in the report directory. */
  String fileName();

  /**
   * The report as text.
   *
   * @param context facts about this run that are no part of the report
   */
  String render(Report report, ReportContext context);
}
