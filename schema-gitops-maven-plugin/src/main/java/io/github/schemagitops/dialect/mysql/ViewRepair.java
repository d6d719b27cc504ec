package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Views, each after those that it selects from. */
final class ViewRepair {

  private static final Pattern DEFINITION =
      Pattern.compile(
          "^(" + ProgramText.ACCOUNT + ")?(ALGORITHM=\\w+ )?(SQL SECURITY \\w+ )(AS .*)$",
          Pattern.DOTALL);

  private final RepairGoal goal;
  private final RepairStatements out;

  ViewRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
  }

  void run() {
    goal.removed(ObjectKind.VIEW)
        .forEach(v -> out.add(RepairPhase.DROP_VIEWS, "DROP VIEW " + v.name(), v.title()));
    List<SchemaObject> made = new ArrayList<>(goal.added(ObjectKind.VIEW));
    made.addAll(goal.changed(ObjectKind.VIEW));
    Set<SchemaObject> ordered = new LinkedHashSet<>();
    made.forEach(view -> visit(view, made, ordered, new LinkedHashSet<>()));
    ordered.forEach(this::create);
  }

  private static void visit(
      SchemaObject view,
      List<SchemaObject> made,
      Set<SchemaObject> ordered,
      Set<SchemaObject> path) {
    if (!path.add(view)) {
      return;
    }
    for (SchemaObject other : made) {
      if (view.definition().contains(SqlName.of(other.name()).quoted())) {
        visit(other, made, ordered, path);
      }
    }
    ordered.add(view);
  }

  private void create(SchemaObject view) {
    Matcher parts = DEFINITION.matcher(view.definition());
    if (!parts.matches()) {
      out.impossible(view.title(), "its definition was hidden from the login");
      return;
    }
    String algorithm = parts.group(2) == null ? "ALGORITHM=UNDEFINED " : parts.group(2);
    String definer = parts.group(1) == null ? "" : parts.group(1);
    out.add(
        RepairPhase.VIEWS,
        "CREATE OR REPLACE %s%s%sVIEW %s %s"
            .formatted(algorithm, definer, parts.group(3), view.name(), parts.group(4)),
        view.title());
  }
}
