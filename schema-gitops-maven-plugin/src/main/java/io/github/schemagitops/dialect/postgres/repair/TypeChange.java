package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to values when the type of their column changes. */
final class TypeChange {

  private static final Pattern TYPE = Pattern.compile("^(.*?)\\(([^)]*)\\)(.*)$");

  private static final List<String> WHOLE_NUMBERS = List.of("smallint", "integer", "bigint");

  /** Among the types of one group every cast keeps the meaning of a value. */
  private static final List<Set<String>> CASTS =
      List.of(
          Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
          Set.of("timestamp without time zone", "timestamp with time zone", "date"),
          Set.of("character varying", "text", "character", "name"),
          Set.of("json", "jsonb"),
          Set.of("bit", "bit varying"),
          Set.of("inet", "cidr"));

  private TypeChange() {}

  /**
   * A type without what stands in parentheses.
   *
   * @param name for instance {@code character varying}, {@code timestamp with time zone}
   * @param modifiers for instance {@code 10,2}; empty without
   */
  private record Type(String name, String modifiers) {

    static Type of(String text) {
      Matcher type = TYPE.matcher(text);
      return type.matches()
          ? new Type(type.group(1) + type.group(3), type.group(2))
          : new Type(text, "");
    }
  }

  /** True when only length, precision or scale differ. */
  static boolean isOfModifiersOnly(String before, String after) {
    return Type.of(before).name().equals(Type.of(after).name());
  }

  static Set<Hazard> hazards(String before, String after) {
    Type old = Type.of(before);
    Type young = Type.of(after);
    if (old.equals(young) || isFree(old, young)) {
      return Set.of();
    }
    return isWider(old, young)
        ? EnumSet.of(Hazard.REWRITE_TABLE)
        : EnumSet.of(Hazard.NARROW_TYPE, Hazard.REWRITE_TABLE);
  }

  /** Every value fits and no row is touched. */
  private static boolean isFree(Type old, Type young) {
    boolean textual = young.name().equals("text") && old.name().equals("character varying");
    if (textual) {
      return true;
    }
    if (!old.name().equals(young.name())) {
      return false;
    }
    return switch (old.name()) {
      case "character varying", "bit varying" -> isAtLeast(young.modifiers(), old.modifiers());
      case "numeric" -> isNumericAtLeast(young.modifiers(), old.modifiers());
      case "timestamp without time zone", "timestamp with time zone" ->
          isAtLeast(young.modifiers(), old.modifiers());
      case "time without time zone", "time with time zone" ->
          isAtLeast(young.modifiers(), old.modifiers());
      default -> false;
    };
  }

  private static boolean isAtLeast(String young, String old) {
    return young.isEmpty() || (!old.isEmpty() && Integer.parseInt(young) >= Integer.parseInt(old));
  }

  private static boolean isNumericAtLeast(String young, String old) {
    if (young.isEmpty()) {
      return true;
    }
    List<String> to = SqlScan.items(young);
    List<String> from = SqlScan.items(old);
    return !old.isEmpty() && to.get(1).equals(from.get(1)) && isAtLeast(to.get(0), from.get(0));
  }

  /** Every value fits, in another form. */
  private static boolean isWider(Type old, Type young) {
    int from = WHOLE_NUMBERS.indexOf(old.name());
    int to = WHOLE_NUMBERS.indexOf(young.name());
    if (from >= 0) {
      return to > from || (young.name().equals("numeric") && young.modifiers().isEmpty());
    }
    return old.name().equals("real") && young.name().equals("double precision");
  }

  /** The expression that makes new values of old ones; empty when the server knows by itself. */
  static Optional<String> using(String column, String before, String after) {
    if (before.equals(after) || isOfModifiersOnly(before, after)) {
      return Optional.empty();
    }
    String from = Type.of(before).name();
    String to = Type.of(after).name();
    boolean direct =
        to.equals("text") || CASTS.stream().anyMatch(g -> g.contains(from) && g.contains(to));
    return Optional.of(direct ? "%s::%s".formatted(column, after) : throughText(column, after));
  }

  /** As the value is written, which every type can read. */
  static String throughText(String column, String type) {
    return "%s::text::%s".formatted(column, type);
  }
}
