package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the queries found, and leaves out what belongs to a table that was itself left out,
 * or to no table: the columns of a view follow from its definition. Tables must come before what
 * belongs to them.
 */
final class Inventory {

  /** The kinds that MySQL and MariaDB have. */
  private static final List<ObjectKind> KINDS =
      List.of(
          ObjectKind.SCHEMA,
          ObjectKind.SEQUENCE,
          ObjectKind.TABLE,
          ObjectKind.COLUMN,
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.VIEW,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.TRIGGER,
          ObjectKind.EVENT,
          ObjectKind.COMMENT);

  private final Map<String, String> definers = new HashMap<>();

  /** Kinds that are read only when asked for. */
  private final List<ObjectKind> more;

  private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private final List<String> unseen = new ArrayList<>();
  private String youngest = "";

  /**
   * Empty.
   *
   * @param privileges whether they are read
   */
  Inventory(boolean privileges) {
    this.more = privileges ? List.of(ObjectKind.PRIVILEGE) : List.of();
  }

  /** Takes an object that stands alone, and its comment. */
  void add(ObjectKind kind, String name, String definition, @Nullable String comment) {
    if (kind == ObjectKind.TABLE) {
      tables.add(name);
    }
    put(new SchemaObject(kind, name, Optional.empty(), unix(definition)), comment);
  }

  /**
   * Takes what belongs to a table, when the table was taken. Keys, foreign keys and checks of one
   * table may have the same name, so one that comes later can get its own kind behind.
   *
   * @param what tells it from others of the same name
   */
  void addTo(
      String table,
      ObjectKind kind,
      String name,
      String what,
      String definition,
      @Nullable String comment) {
    if (!tables.contains(table)) {
      return;
    }
    boolean taken = objects.containsKey(kind.label() + " " + name);
    put(
        new SchemaObject(
            kind, taken ? name + " (" + what + ")" : name, Optional.of(table), unix(definition)),
        comment);
  }

  /** True when the definition of a table has these words. */
  boolean says(String table, String words) {
    SchemaObject object = objects.get(ObjectKind.TABLE.label() + " " + table);
    return object != null && object.definition().contains(words);
  }

  private void put(SchemaObject object, @Nullable String comment) {
    objects.put(object.title(), object);
    if (comment != null && !comment.isEmpty()) {
      SchemaObject words =
          new SchemaObject(ObjectKind.COMMENT, object.title(), object.parent(), unix(comment));
      objects.put(words.title(), words);
    }
  }

  /** A routine that was deployed from Windows is the same routine. */
  private static String unix(String text) {
    return text.replace("\r\n", "\n");
  }

  void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  /** Notes what should have been read but could not be. */
  void unseen(String reason) {
    unseen.add(reason);
  }

  /**
   * Notes when something was made or changed last.
   *
   * @param time of the server's clock, as text; null when it does not tell
   */
  void changedAt(@Nullable String time) {
    if (time != null && time.compareTo(youngest) > 0) {
      youngest = time;
    }
  }

  /** The last time that {@link #changedAt} was told; empty text when it was told none. */
  String youngest() {
    return youngest;
  }

  /**
   * Notes who defined an object.
   *
   * @param account as in {@code current_user()}
   */
  void definedBy(ObjectKind kind, String name, String account) {
    definers.put(kind.label() + " " + name, account);
  }

  Collection<String> definers() {
    return definers.values();
  }

  /** What was found, sorted, with the definers that have a name. */
  List<SchemaObject> objects(Definers names) {
    boolean known = names.canTell(definers.values());
    return objects.values().stream()
        .map(
            object -> {
              String definer = definers.get(object.title());
              return !known || definer == null
                  ? object
                  : new SchemaObject(
                      object.kind(),
                      object.name(),
                      object.parent(),
                      names.clause(definer) + object.definition());
            })
        .sorted()
        .toList();
  }

  SortedMap<ObjectKind, Integer> counts() {
    Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
    KINDS.forEach(kind -> counts.put(kind, 0));
    more.forEach(kind -> counts.put(kind, 0));
    objects.values().forEach(object -> counts.merge(object.kind(), 1, Integer::sum));
    return new TreeMap<>(counts);
  }

  SortedMap<String, Integer> leftOut() {
    return leftOut;
  }

  List<String> unseen() {
    return List.copyOf(unseen);
  }
}
