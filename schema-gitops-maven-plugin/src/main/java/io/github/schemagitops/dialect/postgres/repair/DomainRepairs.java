package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Domains. */
final class DomainRepairs implements Family {

  private static final String NOT_VALID = " NOT VALID";

  /**
   * A domain.
   *
   * @param base type and collation
   * @param checks definitions by name
   */
  private record Definition(
      String base, boolean notNull, Optional<String> initial, Map<String, String> checks) {

    static Definition read(String text) {
      Clauses clauses = Clauses.read(text, "COLLATE", "NOT NULL", "DEFAULT", "CONSTRAINT");
      Map<String, String> checks = new LinkedHashMap<>();
      int start = SqlScan.indexOf(text, "CONSTRAINT", 0);
      while (start >= 0) {
        int next = SqlScan.indexOf(text, "CONSTRAINT", start + 1);
        String check =
            text.substring(start + "CONSTRAINT ".length(), next < 0 ? text.length() : next).strip();
        int body = SqlScan.indexOf(check, "CHECK", 0);
        checks.put(check.substring(0, body).strip(), check.substring(body));
        start = next;
      }
      return new Definition(
          clauses.head() + clauses.get("COLLATE").map(c -> " COLLATE " + c).orElse(""),
          clauses.has("NOT NULL"),
          clauses.get("DEFAULT"),
          checks);
    }
  }

  /** A constraint that is not validated can only be added later. */
  @Override
  public List<RepairStatement> create(Part part) {
    Definition domain = Definition.read(part.text());
    StringBuilder sql =
        new StringBuilder("CREATE DOMAIN %s AS %s".formatted(part.name(), domain.base()));
    domain.initial().ifPresent(d -> sql.append(" DEFAULT ").append(d));
    sql.append(domain.notNull() ? " NOT NULL" : "");
    List<RepairStatement> later = new ArrayList<>();
    domain
        .checks()
        .forEach(
            (name, check) -> {
              if (check.endsWith(NOT_VALID)) {
                later.add(add(part, name, check));
              } else {
                sql.append(" CONSTRAINT ").append(name).append(' ').append(check);
              }
            });
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.safe(sql.toString(), part.title()));
    all.addAll(later);
    return all;
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        RepairStatement.hazardous("DROP DOMAIN " + part.name(), part.title(), Hazard.DROP_TYPE));
  }

  @Override
  public Repair change(Part before, Part after) {
    Definition old = Definition.read(before.text());
    Definition young = Definition.read(after.text());
    if (!old.base().equals(young.base())) {
      return new Repair.Succession();
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!old.initial().equals(young.initial())) {
      all.add(alter(after, young.initial().map(d -> "SET DEFAULT " + d).orElse("DROP DEFAULT")));
    }
    if (old.notNull() && !young.notNull()) {
      all.add(alter(after, "DROP NOT NULL"));
    }
    if (!old.notNull() && young.notNull()) {
      all.add(alter(after, "SET NOT NULL", Hazard.VALIDATE_ROWS));
    }
    checks(after, old, young, all);
    return Repair.inPlace(all);
  }

  private static void checks(
      Part part, Definition old, Definition young, List<RepairStatement> all) {
    old.checks()
        .forEach(
            (name, check) -> {
              if (!young.checks().containsKey(name)) {
                all.add(alter(part, "DROP CONSTRAINT " + name));
              }
            });
    young
        .checks()
        .forEach(
            (name, check) -> {
              String was = old.checks().getOrDefault(name, "");
              if (was.equals(check + NOT_VALID)) {
                all.add(alter(part, "VALIDATE CONSTRAINT " + name, Hazard.VALIDATE_ROWS));
              } else if (!was.equals(check)) {
                if (!was.isEmpty()) {
                  all.add(alter(part, "DROP CONSTRAINT " + name));
                }
                all.add(add(part, name, check));
              }
            });
  }

  private static RepairStatement add(Part part, String name, String check) {
    String action = "ADD CONSTRAINT %s %s".formatted(name, check);
    return check.endsWith(NOT_VALID)
        ? alter(part, action)
        : alter(part, action, Hazard.VALIDATE_ROWS);
  }

  private static RepairStatement alter(Part part, String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER DOMAIN %s %s".formatted(part.name(), action), part.title(), hazards);
  }
}
