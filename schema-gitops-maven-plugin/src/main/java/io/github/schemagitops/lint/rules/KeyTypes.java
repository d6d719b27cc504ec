package io.github.schemagitops.lint.rules;

import io.github.schemagitops.statement.DataType;
import java.util.List;
import java.util.Set;

/** How PostgreSQL compares a foreign key's column with the one it refers to; measured on 15. */
final class KeyTypes {

  /** How two types go together. */
  enum Fit {
    FIT,
    /** The referring column cannot hold every value. */
    NARROW,
    /** One of them is converted, so that an index on it is of no use. */
    CAST,
    /** The server refuses the key. */
    FAIL,
    /** A type of somebody's own. */
    UNKNOWN
  }

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  /** Each is converted to a later one by itself, never the other way. */
  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private static final Set<String> TEXTS = Set.of("text", "varchar");
  private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");
  private static final Set<String> OTHERS =
      Set.of("char", "uuid", "boolean", "bytea", "time", "timetz", "interval", "inet", "cidr");

  private KeyTypes() {}

  static Fit compare(DataType child, DataType parent) {
    if (child.name().equals(parent.name()) && child.dimensions() == parent.dimensions()) {
      return Fit.FIT;
    }
    if (child.dimensions() > 0 || parent.dimensions() > 0 || !known(child) || !known(parent)) {
      return Fit.UNKNOWN;
    }
    int from = NUMBERS.indexOf(child.name());
    int to = NUMBERS.indexOf(parent.name());
    if (INTEGERS.contains(child.name()) && INTEGERS.contains(parent.name())) {
      // A wider child is what one has while ids are made wider.
      return from < to ? Fit.NARROW : Fit.FIT;
    }
    if (from >= 0 && to >= 0) {
      return from < to ? Fit.CAST : Fit.FAIL;
    }
    if (TEXTS.contains(child.name()) && TEXTS.contains(parent.name())) {
      return Fit.FIT;
    }
    boolean times = TIMES.contains(child.name()) && TIMES.contains(parent.name());
    if (times || (isTextual(child) && isTextual(parent))) {
      return Fit.CAST;
    }
    return isAddress(child) && isAddress(parent) ? Fit.FIT : Fit.FAIL;
  }

  private static boolean isTextual(DataType type) {
    return TEXTS.contains(type.name()) || type.name().equals("char");
  }

  private static boolean isAddress(DataType type) {
    return type.name().equals("inet") || type.name().equals("cidr");
  }

  private static boolean known(DataType type) {
    return NUMBERS.contains(type.name())
        || TEXTS.contains(type.name())
        || TIMES.contains(type.name())
        || OTHERS.contains(type.name());
  }
}
