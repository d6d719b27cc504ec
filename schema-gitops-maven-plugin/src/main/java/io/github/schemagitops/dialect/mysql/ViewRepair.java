package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Views, each after those that it selects from. */
final class ViewRepair {

  private static final Pattern DEFINITION =
      Pattern.compile(
          "^(?<definer>"
              + ProgramText.ACCOUNT
              + ")?(?<algorithm>ALGORITHM=\\w+ )?(?<security>SQL SECURITY \\w+ )"
              + "(?<sort>[A-Z][A-Z ]* )??(?<columns>"
              + ViewQuery.COLUMNS
              + " )?(?<query>AS .*)$",
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
    if (isOfAnotherSort(view)) {
      out.add(RepairPhase.DROP_VIEWS, "DROP VIEW " + view.name(), view.title());
    }
    out.add(
        RepairPhase.VIEWS,
        "CREATE OR REPLACE %s%s%s%sVIEW %s %s%s"
            .formatted(
                parts.group("algorithm") == null
                    ? "ALGORITHM=UNDEFINED "
                    : parts.group("algorithm"),
                Objects.requireNonNullElse(parts.group("definer"), ""),
                parts.group("security"),
                Objects.requireNonNullElse(parts.group("sort"), ""),
                view.name(),
                Objects.requireNonNullElse(parts.group("columns"), ""),
                parts.group("query")),
        view.title());
  }

  /** The server refuses to replace a view by one of another sort. */
  private boolean isOfAnotherSort(SchemaObject view) {
    return goal.from().containsKey(view.title())
        && !sort(goal.before(view)).equals(sort(view.definition()));
  }

  private static String sort(String definition) {
    Matcher parts = DEFINITION.matcher(definition);
    return parts.matches() ? Objects.requireNonNullElse(parts.group("sort"), "") : "";
  }
}
