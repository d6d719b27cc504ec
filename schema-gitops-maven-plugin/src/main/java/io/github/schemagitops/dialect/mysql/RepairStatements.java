package io.github.schemagitops.dialect.mysql;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the statements of a repair, in whatever order they come to mind. */
final class RepairStatements {

  /** What the session had, kept until the statement is over. */
  private static final String KEPT = "@schema_gitops_";

  private static final SortedMap<String, String> NO_SETTINGS = new TreeMap<>();

  private final Map<RepairPhase, List<Entry>> phases = new EnumMap<>(RepairPhase.class);
  private final List<String> impossible = new ArrayList<>();

  /**
   * A statement.
   *
   * @param settings of the session that it needs, as SQL, by variable
   */
  private record Entry(RepairStatement statement, SortedMap<String, String> settings) {

    /** True when both can run under settings that are made once. */
    boolean goesWith(Entry other) {
      return statement.object().equals(other.statement.object()) && settings.equals(other.settings);
    }
  }

  void add(RepairPhase phase, String sql, String title, Hazard... hazards) {
    add(phase, NO_SETTINGS, sql, title, Set.of(hazards));
  }

  void add(RepairPhase phase, String sql, String title, Set<Hazard> hazards) {
    add(phase, NO_SETTINGS, sql, title, hazards);
  }

  /**
   * Takes a statement that needs settings of the session, which is given back what it had.
   *
   * @param settings SQL by variable, for instance {@code '+00:00'} with its quotes
   */
  void add(
      RepairPhase phase,
      SortedMap<String, String> settings,
      String sql,
      String title,
      Set<Hazard> hazards) {
    phases
        .computeIfAbsent(phase, p -> new ArrayList<>())
        .add(new Entry(statement(sql, title, hazards), settings));
  }

  private static RepairStatement statement(String sql, String title, Set<Hazard> hazards) {
    // Every DDL statement commits.
    return new RepairStatement(sql, title, hazards, false);
  }

  /** Notes a change for which no statement is known. */
  void impossible(String title, String reason) {
    impossible.add(title + ": " + reason);
  }

  /**
   * All of them. Each object has its settings for itself: statements of one that is left out later
   * take theirs with them and no others.
   */
  RepairScript script() {
    List<Entry> entries = phases.values().stream().flatMap(List::stream).toList();
    List<RepairStatement> script = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String title = entry.statement().object();
      boolean isSet = !entry.settings().isEmpty();
      if (isSet && (i == 0 || !entry.goesWith(entries.get(i - 1)))) {
        script.add(statement(set(entry.settings()), title, Set.of()));
      }
      script.add(entry.statement());
      if (isSet && (i == entries.size() - 1 || !entry.goesWith(entries.get(i + 1)))) {
        script.add(statement(restore(entry.settings()), title, Set.of()));
      }
    }
    return new RepairScript(script, impossible);
  }

  private static String set(SortedMap<String, String> settings) {
    return settings.keySet().stream()
            .map(variable -> "%s%s = @@SESSION.%s".formatted(KEPT, variable, variable))
            .collect(joining(", ", "SET ", ", "))
        + settings.entrySet().stream()
            .map(setting -> "SESSION %s = %s".formatted(setting.getKey(), setting.getValue()))
            .collect(joining(", "));
  }

  private static String restore(SortedMap<String, String> settings) {
    return settings.keySet().stream()
        .map(variable -> "SESSION %s = %s%s".formatted(variable, KEPT, variable))
        .collect(joining(", ", "SET ", ""));
  }
}
