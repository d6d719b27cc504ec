package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;

/** Privileges of accounts that exist: a change takes all of them and gives the new ones. */
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
              grant(p);
            });
    goal.added(ObjectKind.PRIVILEGE).forEach(this::grant);
  }

  private void revoke(SchemaObject privilege, String rights) {
    boolean grantable = rights.endsWith(GRANTABLE);
    String list =
        grantable
            ? rights.substring(0, rights.length() - GRANTABLE.length()) + ", GRANT OPTION"
            : rights;
    run("REVOKE %s ON %s FROM %s".formatted(list, on(privilege), account(privilege)), privilege);
  }

  private void grant(SchemaObject privilege) {
    String rights = privilege.definition();
    boolean grantable = rights.endsWith(GRANTABLE);
    String list = grantable ? rights.substring(0, rights.length() - GRANTABLE.length()) : rights;
    run(
        "GRANT %s ON %s TO %s%s"
            .formatted(list, on(privilege), account(privilege), grantable ? GRANTABLE : ""),
        privilege);
  }

  private void run(String sql, SchemaObject privilege) {
    out.add(RepairPhase.PRIVILEGES, sql, privilege.title(), Hazard.CHANGE_PRIVILEGES);
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
