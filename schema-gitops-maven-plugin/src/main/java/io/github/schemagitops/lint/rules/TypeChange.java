package io.github.schemagitops.lint.rules;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which changes of type leave PostgreSQL's rows and indexes as they are; measured on 15 to 18. */
final class TypeChange {

  private static final Set<String> WITH_PRECISION =
      Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

  private static final int MAX_PRECISION = 6;

  private TypeChange() {}

  /** True when every stored value already is a value of the new type. */
  static boolean keepsRows(DataType from, DataType to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.dimensions() > 0 || to.dimensions() > 0) {
      return false;
    }
    if (isText(from)) {
      return to.name().equals("text") || (to.name().equals("varchar") && fits(from, to));
    }
    if (from.name().equals("cidr")) {
      return to.name().equals("inet");
    }
    if (!from.name().equals(to.name())) {
      return false;
    }
    if (from.name().equals("numeric")) {
      return fits(from, to) && (to.modifiers().isEmpty() || scale(from) == scale(to));
    }
    return from.name().equals("varbit")
        ? fits(from, to)
        : WITH_PRECISION.contains(from.name()) && precision(from) <= precision(to);
  }

  /** True when {@code USING} is absent or only repeats the cast that the server would do. */
  static boolean isPlainCast(AlterAction.AlterColumnType change) {
    String column = QualifiedName.quoted(change.column());
    List<String> plain = List.of(column, column + "::" + change.newType());
    return change
        .using()
        .map(sql -> sql.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
        .map(plain::contains)
        .orElse(true);
  }

  private static boolean isText(DataType type) {
    return type.name().equals("varchar") || type.name().equals("text");
  }

  /** No limit, or one that is not below the old one. */
  private static boolean fits(DataType from, DataType to) {
    return to.modifiers().isEmpty()
        || (!from.modifiers().isEmpty() && from.modifiers().get(0) <= to.modifiers().get(0));
  }

  private static int scale(DataType numeric) {
    return numeric.modifiers().isEmpty() ? 0 : numeric.modifiers().get(1);
  }

  private static int precision(DataType time) {
    return time.modifiers().isEmpty() ? MAX_PRECISION : time.modifiers().get(0);
  }
}
