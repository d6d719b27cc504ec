package io.github.schemagitops.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.goal.StatisticsReader.OtherVersion;
import io.github.schemagitops.lint.TableSizes;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.report.AtomicFile;
import io.github.schemagitops.report.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The file that {@code schema:stats} writes and {@code schema:lint} reads. */
public final class StatisticsFile {

  /** Its name, unless the project says otherwise. */
  public static final String NAME = "schema-stats.json";

  /** Changes when a field goes or changes its meaning. */
  static final int VERSION = 1;

  private static final String ANEW = "write it anew with mvn schema:stats, or restore it from Git";

  private final Path path;
  private final String shown;

  StatisticsFile(Path path, Path baseDirectory) {
    this.path = path;
    this.shown = MigrationFiles.relative(baseDirectory, path);
  }

  /**
   * What the file says about the sizes of tables; nothing when there is no such file. Tables
   * without an estimate are not known.
   *
   * @param path of the file
   * @param baseDirectory the project's directory; errors name the file relative to it
   * @param defaultSchema where names without schema belong
   * @throws SchemaGitOpsException when it is something else, or of another version
   */
  public static TableSizes read(Path path, Path baseDirectory, String defaultSchema) {
    Optional<Statistics> statistics = new StatisticsFile(path, baseDirectory).read();
    if (statistics.isEmpty()) {
      return TableSizes.UNKNOWN;
    }
    Map<String, Long> rows = new HashMap<>();
    for (TableSize table : statistics.get().tables()) {
      table.rows().ifPresent(number -> rows.put(table.name(), number));
    }
    return TableSizes.named(rows, defaultSchema);
  }

  /** The path as reports show it. */
  String shown() {
    return shown;
  }

  /** What is in it; empty when there is no such file. */
  Optional<Statistics> read() {
    try {
      return Optional.of(StatisticsReader.read(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (OtherVersion e) {
      throw SchemaGitOpsException.badInput(
          "%s has schemaVersion %s, and this version of the plugin reads %d"
              .formatted(shown, e.getMessage(), VERSION),
          "use the plugin's version that wrote it, or write it anew with mvn schema:stats");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw SchemaGitOpsException.badInput(
          "%s is no statistics file: %s (line %d)".formatted(shown, e.getOriginalMessage(), line),
          ANEW);
    } catch (CharacterCodingException e) {
      throw SchemaGitOpsException.badInput(
          "%s is no statistics file: it is not UTF-8".formatted(shown), ANEW);
    } catch (IOException e) {
      throw SchemaGitOpsException.badInput(
          "%s cannot be read: %s".formatted(shown, e.getMessage()),
          "check its permissions, or set schema.stats.file to another place");
    }
  }

  /** What is in it, when it can be read: it is about to be written anew. */
  Optional<Statistics> readOld() {
    try {
      return read();
    } catch (SchemaGitOpsException e) {
      return Optional.empty();
    }
  }

  void write(Statistics statistics) {
    try {
      AtomicFile.write(path, text(statistics).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw SchemaGitOpsException.badInput(
          "%s cannot be written: %s".formatted(shown, e.getMessage()),
          "check its folder's permissions, or set schema.stats.file to another place");
    }
  }

  private static String text(Statistics statistics) {
    return Json.document(
        json -> {
          json.field("schemaVersion", VERSION);
          json.field("environment", statistics.environment());
          json.field("server", statistics.server());
          json.field("readAt", statistics.readAt().toString());
          json.objects(
              "tables",
              statistics.tables(),
              (out, table) -> {
                out.field("name", table.name());
                out.field("rows", table.rows());
                out.field("bytes", table.bytes());
              });
        });
  }
}
