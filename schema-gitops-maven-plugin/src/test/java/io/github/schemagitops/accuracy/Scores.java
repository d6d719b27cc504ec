package io.github.schemagitops.accuracy;

import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the suite has seen on one server. */
final class Scores {

  /** Of one kind of object. */
  static final class OfKind {
    int mutations;
    int found;
    int falseAlarms;
    int unknown;
  }

  /** Of one direction of repair. */
  static final class OfRepairs {
    int safe;
    int hazardous;
    int refuted;
    final SortedMap<String, String> impossible = new TreeMap<>();

    int all() {
      return safe + hazardous + refuted + impossible.size();
    }
  }

  private final Map<ObjectKind, OfKind> kinds = new EnumMap<>(ObjectKind.class);
  private final Map<String, OfRepairs> repairs = new LinkedHashMap<>();
  private int histories;

  /** Counts a mutation: its first expected change says what kind it is about. */
  void mutation(SqlCase mutation, SchemaSnapshot seen, SchemaDiff diff) {
    List<String> reported = titles(diff);
    OfKind kind = kind(kindOf(mutation.expected().get(0)));
    kind.mutations++;
    if (reported.containsAll(mutation.expected())) {
      kind.found++;
    }
    unknown(seen, kind);
    diff.changes().stream()
        .filter(change -> !mutation.expected().contains(title(change)))
        .forEach(change -> kind(change.kind()).falseAlarms++);
  }

  /** Counts a look that should have found nothing. */
  void history(List<SchemaSnapshot> looks, List<SchemaDiff> diffs) {
    histories++;
    for (SchemaDiff diff : diffs) {
      diff.changes().forEach(change -> kind(change.kind()).falseAlarms++);
    }
    looks.forEach(look -> look.coverage().compared().keySet().forEach(k -> unknown(look, kind(k))));
  }

  void repair(String direction, SqlCase mutation, Repair repair) {
    OfRepairs all = repairs.computeIfAbsent(direction, d -> new OfRepairs());
    if (repair instanceof Repair.Proven proven && proven.hazards().isEmpty()) {
      all.safe++;
    } else if (repair instanceof Repair.Proven) {
      all.hazardous++;
    } else if (repair instanceof Repair.Impossible impossible) {
      all.impossible.put(mutation.title(), String.join("; ", impossible.reasons()));
    } else {
      all.refuted++;
    }
  }

  private static void unknown(SchemaSnapshot seen, OfKind kind) {
    if (!seen.coverage().unseen().isEmpty()) {
      kind.unknown++;
    }
  }

  int histories() {
    return histories;
  }

  Optional<OfKind> of(ObjectKind kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  OfRepairs repairs(String direction) {
    return repairs.getOrDefault(direction, new OfRepairs());
  }

  /** All kinds together. */
  OfKind total() {
    OfKind total = new OfKind();
    for (OfKind kind : kinds.values()) {
      total.mutations += kind.mutations;
      total.found += kind.found;
      total.falseAlarms += kind.falseAlarms;
      total.unknown += kind.unknown;
    }
    return total;
  }

  private OfKind kind(ObjectKind kind) {
    return kinds.computeIfAbsent(kind, k -> new OfKind());
  }

  static List<String> titles(SchemaDiff diff) {
    return diff.changes().stream().map(Scores::title).toList();
  }

  private static String title(Change change) {
    return change.type() + " " + change.object().title();
  }

  /** The kind that a line like {@code ADDED materialized view shop.turnover} is about. */
  private static ObjectKind kindOf(String expected) {
    String object = expected.substring(expected.indexOf(' ') + 1);
    return Stream.of(ObjectKind.values())
        .filter(kind -> object.startsWith(kind.label() + " "))
        .reduce((a, b) -> a.label().length() > b.label().length() ? a : b)
        .orElseThrow(() -> new AssertionError("no kind in " + expected));
  }
}
