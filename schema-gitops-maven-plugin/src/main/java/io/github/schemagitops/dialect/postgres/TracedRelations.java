package io.github.schemagitops.dialect.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The relations that existed when a migration began: what its statements can hurt. */
final class TracedRelations {

  static final TracedRelations NONE = new TracedRelations(List.of());

  private static final Pattern IDENTIFIER =
      Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final Map<Long, TracedRelation> byId = new LinkedHashMap<>();
  private final Map<String, List<TracedRelation>> byName = new HashMap<>();

  TracedRelations(Collection<TracedRelation> relations) {
    for (TracedRelation relation : relations) {
      byId.put(relation.oid(), relation);
      byName.computeIfAbsent(relation.name(), name -> new ArrayList<>()).add(relation);
    }
  }

  Optional<TracedRelation> find(long oid) {
    return Optional.ofNullable(byId.get(oid));
  }

  /** Object ids of the tables and materialized views. */
  List<Long> withRows() {
    return byId.values().stream().filter(TracedRelation::hasRows).map(TracedRelation::oid).toList();
  }

  /** All with that name, whatever their schema: the server's messages name none. */
  List<TracedRelation> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The table that a relation serves, or the relation itself. */
  TracedRelation root(TracedRelation relation) {
    TracedRelation root = relation;
    // An index of a TOAST table is two steps away from its table; nothing is further.
    for (int i = 0; i < 2; i++) {
      root = root.partOf().flatMap(this::find).orElse(root);
    }
    return root;
  }

  /**
   * Relations whose files have changed.
   *
   * @param before file numbers where they are no longer those of the beginning
   * @param now file numbers, of some relations
   */
  Set<Long> withOtherFiles(Map<Long, Long> before, Map<Long, Long> now) {
    return byId.values().stream()
        .filter(r -> r.file() != 0)
        .filter(
            r -> {
              long old = before.getOrDefault(r.oid(), r.file());
              return now.getOrDefault(r.oid(), old) != old;
            })
        .map(TracedRelation::oid)
        .collect(Collectors.toSet());
  }

  /**
   * Tables and materialized views that a statement names, itself or through one of their indexes.
   */
  List<TracedRelation> mentionedIn(String sql) {
    Set<String> words = new TreeSet<>();
    IDENTIFIER.matcher(sql).results().forEach(word -> words.add(normalised(word.group())));
    return words.stream()
        .flatMap(word -> named(word).stream())
        .map(this::root)
        .filter(TracedRelation::hasRows)
        .distinct()
        .toList();
  }

  private static String normalised(String word) {
    return word.startsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word.toLowerCase(Locale.ROOT);
  }
}
