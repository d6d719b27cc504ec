package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns as statements write them, and what a change of one may cost. */
final class ColumnRepair {

  private static final Pattern SIZE = Pattern.compile("^(varchar|varbinary|bit)\\((\\d+)\\)$");
  private static final Pattern MEMBERS = Pattern.compile("^(enum|set)\\((.*)\\)$", Pattern.DOTALL);
  private static final List<String> WHOLE_NUMBERS =
      List.of("tinyint", "smallint", "mediumint", "int", "bigint");

  /** A default that is none, of any type, to be dropped in the same statement. */
  private static final String NO_DEFAULT_YET = "DEFAULT (nullif(1, 1))";

  private static final Pattern UNSAFE =
      Pattern.compile(
          "(?i)\\b(?:uuid|uuid_short|rand|random_bytes|sysdate|user|session_user|system_user)\\(");

  private final RepairGoal goal;

  ColumnRepair(RepairGoal goal) {
    this.goal = goal;
  }

  /** Name and whole definition, as in {@code CREATE TABLE}. */
  String clause(SchemaObject column) {
    String table = column.parent().orElseThrow();
    String definition = column.definition();
    String comment = goal.comment(column);
    boolean plainTimestamp =
        definition.startsWith("timestamp")
            && !definition.contains(" NOT NULL")
            && !isGenerated(column);
    return CatalogContext.words(
        SqlName.within(table, column.name()),
        isWithoutDefault(column)
            ? definition.replace(ColumnText.NO_DEFAULT, NO_DEFAULT_YET)
            : definition,
        // A server may be set up so that a timestamp is not null unless it says so.
        plainTimestamp ? "NULL" : null,
        comment.isEmpty() ? null : "COMMENT " + ServerText.literal(comment),
        ownCheck(table, column));
  }

  private String ownCheck(String table, SchemaObject column) {
    String name = SqlName.within(table, column.name());
    return RepairGoal.of(goal.goal(), table, ObjectKind.CONSTRAINT).stream()
        .filter(c -> new KeyText(c.definition()).isColumnCheck())
        .filter(c -> SqlName.within(table, c.name()).equals(name))
        .map(c -> c.definition().substring("COLUMN ".length()))
        .collect(Collectors.joining());
  }

  static boolean isWithoutDefault(SchemaObject column) {
    return ServerText.find(column.definition(), ColumnText.NO_DEFAULT, 0) >= 0;
  }

  static boolean isCounter(String definition) {
    return ServerText.find(definition, " auto_increment", 0) >= 0;
  }

  private static boolean isGenerated(SchemaObject column) {
    return !storage(column.definition()).isEmpty();
  }

  /** {@code STORED}, {@code VIRTUAL}, {@code ROW} or empty text for a plain column. */
  static String storage(String definition) {
    int generated = ServerText.find(definition, " GENERATED ALWAYS AS ", 0);
    if (generated < 0) {
      return "";
    }
    return Stream.of("STORED", "VIRTUAL")
        .filter(word -> ServerText.find(definition, " " + word, generated) >= 0)
        .findFirst()
        .orElse("ROW");
  }

  /** The default, {@code DEFAULT (uuid())}, when replication could not repeat it. */
  static Optional<String> unsafeDefault(String definition) {
    int start = ServerText.find(definition, "DEFAULT (", 0);
    if (start < 0) {
      return Optional.empty();
    }
    int end = ServerText.find(definition, ")", start + "DEFAULT (".length());
    String text = definition.substring(start, end + 1);
    return UNSAFE.matcher(text).find() ? Optional.of(text) : Optional.empty();
  }

  /** True when the servers refuse to alter one into the other. */
  static boolean isReplaced(String before, String after) {
    String from = storage(before);
    String to = storage(after);
    return !from.equals(to) && !(from.equals("STORED") && to.isEmpty());
  }

  /** What altering a column may cost. */
  static Set<Hazard> hazards(String before, String after) {
    Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    if (!before.contains(" NOT NULL") && after.contains(" NOT NULL")) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
    String from = type(before);
    String to = type(after);
    if (!from.equals(to)) {
      if (!isWider(from, to)) {
        hazards.add(Hazard.NARROW_TYPE);
      }
      if (!isCheaper(from, to)) {
        hazards.add(Hazard.REWRITE_TABLE);
      }
    }
    String collation = collation(after);
    if (!collation(before).equals(collation) && !collation.isEmpty()) {
      hazards.add(Hazard.REWRITE_TABLE);
      if (!characterSet(before).equals(characterSet(after))) {
        hazards.add(Hazard.NARROW_TYPE);
      }
    }
    if (storage(after).equals("STORED") && !expression(before).equals(expression(after))) {
      hazards.add(Hazard.REWRITE_TABLE);
    }
    if (!srid(before).equals(srid(after)) && !srid(after).isEmpty()) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
    return hazards;
  }

  private static String type(String definition) {
    int end = definition.startsWith("/*") ? -1 : ServerText.find(definition, " ", 0);
    String type = end < 0 ? definition : definition.substring(0, end);
    return definition.startsWith(type + " unsigned") ? type + " unsigned" : type;
  }

  private static boolean isWider(String from, String to) {
    Matcher shorter = SIZE.matcher(from);
    Matcher longer = SIZE.matcher(to);
    if (shorter.matches() && longer.matches() && shorter.group(1).equals(longer.group(1))) {
      return Integer.parseInt(longer.group(2)) >= Integer.parseInt(shorter.group(2));
    }
    Matcher fewer = MEMBERS.matcher(from);
    Matcher more = MEMBERS.matcher(to);
    if (fewer.matches() && more.matches() && fewer.group(1).equals(more.group(1))) {
      return more.group(2).startsWith(fewer.group(2) + ",");
    }
    int small = number(from);
    int large = number(to);
    return small >= 0 && large >= small && from.endsWith("unsigned") == to.endsWith("unsigned");
  }

  private static int number(String type) {
    return WHOLE_NUMBERS.indexOf(type.replaceAll("\\(.*|\\s.*", ""));
  }

  /** True for changes that leave the rows as they are. */
  private static boolean isCheaper(String from, String to) {
    boolean members = MEMBERS.matcher(from).matches() && isWider(from, to);
    return members || (from.startsWith("varchar") && to.startsWith("varchar") && isWider(from, to));
  }

  private static String collation(String definition) {
    return group(definition, " COLLATE (\\w+)");
  }

  private static String characterSet(String definition) {
    return collation(definition).replaceFirst("_.*", "");
  }

  private static String srid(String definition) {
    return group(definition, " SRID (\\d+)");
  }

  private static String expression(String definition) {
    return group(definition, " GENERATED ALWAYS AS (.*) (?:STORED|VIRTUAL)");
  }

  private static String group(String definition, String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(definition);
    return found.find() ? found.group(1) : "";
  }
}
