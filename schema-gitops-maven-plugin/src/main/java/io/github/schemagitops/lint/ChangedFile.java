package io.github.schemagitops.lint;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new migration, read.
 *
 * @param migration the file
 * @param parts what it does, in order
 */
public record ChangedFile(Migration migration, List<Part> parts) {

  public ChangedFile {
    parts = List.copyOf(parts);
  }

  /** What it does of one kind. */
  public <S extends Statement> Stream<S> statements(Class<S> kind) {
    return parts.stream().map(Part::statement).filter(kind::isInstance).map(kind::cast);
  }
}
