package io.github.schemagitops.report;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a writer may say besides the report.
 *
 * @param toolVersion version of this plugin
 * @param files paths of all reports of this run, by format, relative to the project
 */
public record ReportContext(String toolVersion, SortedMap<String, String> files) {

  public ReportContext {
    files = new TreeMap<>(files);
  }
}
