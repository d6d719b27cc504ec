package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.Locale;

/**
 * Privileges of accounts that exist: a change takes all of them and gives the new ones. Those on a
 * routine go with it, so they are given again when MySQL has made it anew.
 */
final class PrivilegeRepair {

  private static final String GRANTABLE = " WITH GRANT OPTION";

  private final RepairGoal goal;
  private final RepairStatements out;

  PrivilegeRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
  }

  void run() {
    goal.removed(ObjectKind.PRIVILEGE).forEach(p -> revoke(p, p.definition()));
    goal.changed(ObjectKind.PRIVILEGE)
        .forEach(
            p -> {
              revoke(p, goal.before(p));
              grant(p, Hazard.CHANGE_PRIVILEGES);
            });
    goal.added(ObjectKind.PRIVILEGE).forEach(p -> grant(p, Hazard.CHANGE_PRIVILEGES));
    goal.goal().values().stream()
        .filter(p -> p.kind() == ObjectKind.PRIVILEGE && p.equals(goal.from().get(p.title())))
        .filter(this::wentWithItsRoutine)
        .forEach(this::grant);
  }

  private boolean wentWithItsRoutine(SchemaObject privilege) {
    String on = on(privilege);
    int space = on.indexOf(' ');
    if (!on.startsWith("PROCEDURE ") && !on.startsWith("FUNCTION ")) {
      return false;
    }
    String title = on.substring(0, space).toLowerCase(Locale.ROOT) + on.substring(space);
    SchemaObject after = goal.goal().get(title);
    return after == null ? goal.from().containsKey(title) : goal.losesPrivileges(after);
  }

  private void revoke(SchemaObject privilege, String rights) {
    if (wentWithItsRoutine(privilege)) {
      return;
    }
    boolean grantable = rights.endsWith(GRANTABLE);
    String list =
        grantable
            ? rights.substring(0, rights.length() - GRANTABLE.length()) + ", GRANT OPTION"
            : rights;
    out.add(
        RepairPhase.PRIVILEGES,
        "REVOKE %s ON %s FROM %s".formatted(list, on(privilege), account(privilege)),
        privilege.title(),
        Hazard.CHANGE_PRIVILEGES);
  }

  private void grant(SchemaObject privilege, Hazard... hazards) {
    String rights = privilege.definition();
    boolean grantable = rights.endsWith(GRANTABLE);
    String list = grantable ? rights.substring(0, rights.length() - GRANTABLE.length()) : rights;
    out.add(
        RepairPhase.PRIVILEGES,
        "GRANT %s ON %s TO %s%s"
            .formatted(list, on(privilege), account(privilege), grantable ? GRANTABLE : ""),
        privilege.title(),
        hazards);
  }

  private static String account(SchemaObject privilege) {
    return privilege.name().substring(0, at(privilege));
  }

  private static String on(SchemaObject privilege) {
    return privilege.name().substring(at(privilege) + " ON ".length());
  }

  private static int at(SchemaObject privilege) {
    return ServerText.find(privilege.name(), " ON ", 0);
  }
}
