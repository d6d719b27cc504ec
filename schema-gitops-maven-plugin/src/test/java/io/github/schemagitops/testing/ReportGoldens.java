package io.github.schemagitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.ReportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reports of real runs as goldens, checked against their published JSON schemas too. */
public final class ReportGoldens {

  private static final Path SCHEMAS = Path.of("../docs/schemas");

  private ReportGoldens() {}

  /**
   * Writes the report as a goal does and compares every file with the goldens of that scenario.
   * What differs from run to run is blotted out first.
   */
  public static void check(String scenario, Report report, Path project) {
    Path target = project.resolve("target/schema-gitops");
    try {
      new ReportFiles(target, project, "1.2.3").write(report);
      for (String name : new String[] {"verdict.json", "report.json", "report.txt"}) {
        String text = Files.readString(target.resolve(report.goal()).resolve(name));
        if (name.endsWith(".json")) {
          validate(name, text);
        }
        Goldens.check(scenario + "/" + name, normalise(text, project));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks a document against {@code docs/schemas/<name>.schema.json}. */
  public static void validate(String fileName, String json) {
    Path file = SCHEMAS.resolve(fileName.replace(".json", ".schema.json")).toAbsolutePath();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(file.normalize().toUri().toString()));
    assertThat(schema.validate(json, InputFormat.JSON)).as(fileName).isEmpty();
  }

  private static String normalise(String text, Path project) {
    return text.replace(project.toString(), "/project")
        .replaceAll("(\"(?:durationMillis|millis|micros)\" : )\\d+", "$10")
        .replaceAll("\\b\\d+\\.\\d\\d s\\b", "0.00 s")
        .replaceAll("\\(waited \\d+ s\\)", "(waited 0 s)")
        .replaceAll("waited \\d+ × for", "waited 1 × for")
        .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<run id>")
        .replaceAll("fingerprint [0-9a-f]{8}", "fingerprint 00000000")
        .replaceAll("\\b20\\d\\d-\\d\\d-\\d\\d\\b", "2026-11-22")
        .replaceAll("\\d\\d:\\d\\d:\\d\\d UTC", "10:00:00 UTC")
        .replaceAll("pid \\d+", "pid 4711")
        .replaceAll("PostgreSQL 17\\.\\d+", "PostgreSQL 17.0");
  }
}
