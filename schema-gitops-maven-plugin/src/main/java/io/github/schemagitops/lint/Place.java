package io.github.schemagitops.lint;

import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.Span;
import java.util.Optional;

/**
 * A stretch of a statement, found again in the file. The statement has its placeholders replaced,
 * the file has not, so columns may differ and the marked text may not be there at all.
 *
 * @param location line and column in the file
 * @param line the source line
 * @param length number of marked characters in it
 */
record Place(Location location, String line, int length) {

  /**
   * Where a stretch stands in the file, when it stands there exactly as in the statement: no
   * placeholder moved or made it, and it does not go beyond its line.
   */
  static Optional<Location> exactly(Migration migration, SqlStatement statement, Span span) {
    String text = span.in(statement.sql());
    Place place = of(migration, statement, span);
    Location at = place.location();
    boolean same =
        !text.contains("\n")
            && place.length() == text.length()
            && place.line().startsWith(text, at.column() - 1);
    return same ? Optional.of(at) : Optional.empty();
  }

  static Place of(Migration migration, SqlStatement statement, Span span) {
    String before = statement.sql().substring(0, Math.min(span.offset(), statement.sql().length()));
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int column =
        before.length() - before.lastIndexOf('\n') - 1 + (lines == 0 ? statement.column() : 1);
    String marked = span.in(statement.sql()).lines().findFirst().orElse("").stripTrailing();
    return find(migration, statement.line() + lines, column, marked);
  }

  private static Place find(Migration migration, int number, int column, String marked) {
    String line = migration.line(number);
    boolean there = !marked.isEmpty() && line.startsWith(marked, column - 1);
    int found = there ? column - 1 : marked.isEmpty() ? -1 : line.indexOf(marked);
    if (found >= 0) {
      return at(migration, number, found + 1, line, marked.length());
    }
    String content = line.strip();
    int first = content.isEmpty() ? 0 : line.indexOf(content);
    return at(migration, number, first + 1, line, Math.max(1, content.length()));
  }

  private static Place at(Migration migration, int number, int column, String line, int length) {
    return new Place(new Location(migration.path(), number, column), line, length);
  }

  CodeFrame frame(String note) {
    return new CodeFrame(line, location.column(), length, note);
  }
}
