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

  private static final Set<String> TEXTS = Set.of("varchar", "text", "citext");

  private static final Set<String> NUMBERS = Set.of("integer", "oid");

  private static final Set<String> TIMES = Set.of("timestamp", "timestamptz");

  /** Zones that never differ from UTC. */
  private static final Set<String> UTC =
      Set.of("utc", "etc/utc", "uct", "gmt", "etc/gmt", "zulu", "0");

  private static final int MAX_PRECISION = 6;

  private TypeChange() {}

  /**
   * True when every stored value already is a value of the new type.
   *
   * @param utc true when the session's time zone is UTC
   */
  static boolean keepsRows(DataType from, DataType to, boolean utc) {
    if (from.equals(to)) {
      return true;
    }
    if (from.dimensions() > 0 || to.dimensions() > 0) {
      return false;
    }
    String name = name(from);
    if (TEXTS.contains(name)) {
      return name(to).equals("varchar")
          ? to.modifiers().isEmpty() || (name.equals("varchar") && fits(from, to))
          : TEXTS.contains(name(to));
    }
    if (swapsZone(from, to)) {
      return utc && precision(to) == MAX_PRECISION;
    }
    return name.equals(name(to))
        ? widens(from, to)
        : switch (name) {
          case "cidr" -> name(to).equals("inet");
          case "xml" -> name(to).equals("text");
          case "bit" -> name(to).equals("varbit") && to.modifiers().isEmpty();
          default -> NUMBERS.contains(name) && NUMBERS.contains(name(to));
        };
  }

  private static boolean widens(DataType from, DataType to) {
    return switch (name(from)) {
      case "numeric" -> fits(from, to) && (to.modifiers().isEmpty() || scale(from) == scale(to));
      case "varbit" -> fits(from, to);
      case "char" -> to.modifiers().isEmpty();
      default -> WITH_PRECISION.contains(name(from)) && precision(from) <= precision(to);
    };
  }

  /** True when indexes order the values of both types alike. */
  static boolean keepsIndexes(DataType from, DataType to) {
    return name(from).equals(name(to))
        || (name(from).equals("cidr") && name(to).equals("inet"))
        || (isText(from) && isText(to));
  }

  /** True for {@code timestamp} to {@code timestamptz} and back. */
  static boolean swapsZone(DataType from, DataType to) {
    return TIMES.contains(name(from))
        && TIMES.contains(name(to))
        && !name(from).equals(name(to))
        && from.dimensions() == 0
        && to.dimensions() == 0;
  }

  /** True for the name of a time zone in which both are the same. */
  static boolean isUtc(String timeZone) {
    return UTC.contains(timeZone.toLowerCase(Locale.ROOT));
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
    return name(type).equals("varchar") || name(type).equals("text");
  }

  /** An extension's type may be written with the schema that the extension lives in. */
  private static String name(DataType type) {
    return type.name().endsWith(".citext") ? "citext" : type.name();
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
