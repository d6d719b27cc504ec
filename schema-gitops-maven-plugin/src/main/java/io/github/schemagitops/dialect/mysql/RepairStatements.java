package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the statements of a repair, in whatever order they come to mind. */
final class RepairStatements {

  /** Kept for the end of the script, whatever the session had. */
  private static final String KEPT = "@schema_gitops_";

  private final Map<RepairPhase, List<RepairStatement>> phases = new EnumMap<>(RepairPhase.class);
  private final Map<String, String> settings = new HashMap<>();
  private final Set<String> saved = new HashSet<>();
  private final List<String> impossible = new ArrayList<>();

  void add(RepairPhase phase, String sql, String title, Hazard... hazards) {
    add(phase, sql, title, Set.of(hazards));
  }

  void add(RepairPhase phase, String sql, String title, Set<Hazard> hazards) {
    // Every DDL statement commits.
    phases
        .computeIfAbsent(phase, p -> new ArrayList<>())
        .add(new RepairStatement(sql, title, hazards, false));
  }

  /** A setting of the session, which the script takes back at its end. */
  void set(RepairPhase phase, String variable, String value, String title) {
    if (saved.add(variable)) {
      String kept = KEPT + variable;
      add(RepairPhase.SESSION, "SET %s = @@SESSION.%s".formatted(kept, variable), title);
      add(RepairPhase.SESSION_END, "SET SESSION %s = %s".formatted(variable, kept), title);
    }
    // Phases are filled in any order, so each begins anew.
    if (!value.equals(settings.put(phase + " " + variable, value))) {
      add(phase, "SET SESSION %s = '%s'".formatted(variable, value), title);
    }
  }

  /** Notes a change for which no statement is known. */
  void impossible(String title, String reason) {
    impossible.add(title + ": " + reason);
  }

  RepairScript script() {
    return new RepairScript(phases.values().stream().flatMap(List::stream).toList(), impossible);
  }
}
