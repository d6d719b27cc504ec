package io.github.schemagitops.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One migration script.
 *
 * @param kind versioned, repeatable or baseline
 * @param version present unless repeatable
 * @param description as the engine derives it from the file name
 * @param file the file itself
 * @param text the file's text, as decoded
 * @param checksum the engine's checksum
 * @param split how the engine takes it apart
 */
public record Migration(
    Kind kind,
    Optional<MigrationVersion> version,
    String description,
    SourceFile file,
    String text,
    int checksum,
    Supplier<Statements> split) {

  /** What the file name's prefix says. */
  public enum Kind {
    VERSIONED,
    REPEATABLE,
    BASELINE,
    /** Not a script: a class that the engine runs. It has no text and no statements. */
    CODE
  }

  /** The statements in file order. */
  public List<SqlStatement> statements() {
    return split.get().list();
  }

  /** True when the engine runs the whole file in one transaction. */
  public boolean inTransaction() {
    return split.get().inTransaction();
  }

  /** True when the project says whether to run it in a transaction, instead of its statements. */
  public boolean transactionDecided() {
    return split.get().decided();
  }

  /** What the file name says. */
  public MigrationId id() {
    return new MigrationId(kind, version, description);
  }

  /** Path relative to the project's base directory, with forward slashes. */
  public String path() {
    return file.path();
  }

  /** Path relative to its location, as the history table names it. */
  public String script() {
    return file.script();
  }

  /** The file's name without folders. */
  public String fileName() {
    return file.fileName();
  }

  /** Text of a 1-based line, empty when there is none. */
  public String line(int number) {
    return number < 1 ? "" : text.lines().skip(number - 1L).findFirst().orElse("");
  }
}
