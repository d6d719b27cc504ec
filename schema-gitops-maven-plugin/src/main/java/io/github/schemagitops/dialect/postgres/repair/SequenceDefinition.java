package io.github.schemagitops.dialect.postgres.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of a sequence that are not the default ones, as the inspector writes them.
 *
 * @param clauses by keyword; the head is {@code UNLOGGED} or empty
 */
record SequenceDefinition(Clauses clauses) {

  static SequenceDefinition read(String text) {
    return new SequenceDefinition(
        Clauses.read(
            text,
            "AS",
            "INCREMENT BY",
            "MINVALUE",
            "MAXVALUE",
            "START WITH",
            "CACHE",
            "CYCLE",
            "OWNED BY"));
  }

  boolean unlogged() {
    return clauses.head().equals("UNLOGGED");
  }

  /** Qualified name of the column that it belongs to. */
  Optional<String> ownedBy() {
    return clauses.get("OWNED BY");
  }

  boolean ascending() {
    return !clauses.get("INCREMENT BY").orElse("1").startsWith("-");
  }

  /** The first value. */
  String start() {
    return clauses
        .get("START WITH")
        .orElseGet(
            () ->
                ascending()
                    ? clauses.get("MINVALUE").orElse("1")
                    : clauses.get("MAXVALUE").orElse("-1"));
  }

  /** All but persistence and owner. */
  String options() {
    StringBuilder text = new StringBuilder();
    clauses
        .values()
        .forEach(
            (keyword, value) -> {
              if (!keyword.equals("OWNED BY")) {
                text.append(' ').append(keyword).append(value.isEmpty() ? "" : " " + value);
              }
            });
    return text.toString().strip();
  }

  /** What to say to get these options from others: {@code INCREMENT BY 1}, {@code NO CYCLE}. */
  List<String> changesFrom(SequenceDefinition before) {
    List<String> changes = new ArrayList<>();
    if (!before.clauses.get("AS").equals(clauses.get("AS"))) {
      clauses.get("AS").ifPresent(type -> changes.add("AS " + type));
    }
    option(before, "INCREMENT BY", "INCREMENT BY 1", changes);
    limit(before, "MINVALUE", changes);
    limit(before, "MAXVALUE", changes);
    if (!before.start().equals(start())) {
      changes.add("START WITH " + start());
    }
    option(before, "CACHE", "CACHE 1", changes);
    option(before, "CYCLE", "NO CYCLE", changes);
    return changes;
  }

  /** True when it counts in the other direction: no value that it has reached is within limits. */
  boolean turnsFrom(SequenceDefinition before) {
    return ascending() != before.ascending();
  }

  /** The limits that are not said are others in the other direction. */
  private void limit(SequenceDefinition before, String keyword, List<String> changes) {
    Optional<String> value = clauses.get(keyword);
    if (turnsFrom(before) || !value.equals(before.clauses.get(keyword))) {
      changes.add(value.map(v -> keyword + " " + v).orElse("NO " + keyword));
    }
  }

  private void option(
      SequenceDefinition before, String keyword, String none, List<String> changes) {
    Optional<String> value = clauses.get(keyword);
    if (!value.equals(before.clauses.get(keyword))) {
      changes.add(value.map(v -> (keyword + " " + v).strip()).orElse(none));
    }
  }
}
