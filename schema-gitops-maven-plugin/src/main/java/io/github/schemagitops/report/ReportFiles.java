package io.github.schemagitops.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a report in all formats. The only place that writes reports: each into the goal's own
 * folder, so that several goals of one build keep theirs, and again into the report directory
 * itself, where scripts find the latest.
 */
public final class ReportFiles {

  private final Path directory;
  private final Path baseDirectory;
  private final String toolVersion;
  private final List<ReportWriter> writers = new ArrayList<>();

  /**
   * @param directory usually {@code target/schema-gitops}
   * @param baseDirectory the project's directory
   */
  public ReportFiles(Path directory, Path baseDirectory, String toolVersion) {
    this.directory = directory;
    this.baseDirectory = baseDirectory;
    this.toolVersion = toolVersion;
    ServiceLoader.load(ReportWriter.class, ReportWriter.class.getClassLoader())
        .forEach(writers::add);
    writers.sort(Comparator.comparing(ReportWriter::format));
  }

  /** Writes all formats; a reader never sees half a file. */
  public void write(Report report) throws IOException {
    Path own = directory.resolve(report.goal());
    ReportContext context = context(report.goal());
    for (ReportWriter writer : writers) {
      byte[] text = writer.render(report, context).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(own.resolve(writer.fileName()), text);
      AtomicFile.write(directory.resolve(writer.fileName()), text);
    }
  }

  /** The report for a terminal. */
  public String text(Report report) {
    return new TextReportWriter().render(report, context(report.goal()));
  }

  private ReportContext context(String goal) {
    SortedMap<String, String> files = new TreeMap<>();
    for (ReportWriter writer : writers) {
      Path file = directory.resolve(goal).resolve(writer.fileName());
      Path shown = file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file;
      files.put(writer.format(), shown.toString().replace('\\', '/'));
    }
    return new ReportContext(toolVersion, files);
  }
}
