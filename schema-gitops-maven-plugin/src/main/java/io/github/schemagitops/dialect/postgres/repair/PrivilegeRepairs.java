package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Privileges on objects and on those to come: what differs from what the server grants by itself.
 */
record PrivilegeRepairs(Scene scene) implements Family {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "^(ALTER DEFAULT PRIVILEGES .*? )??(GRANT|REVOKE) (.+?) ON (.+) (?:TO|FROM) (.+?)"
              + "( WITH GRANT OPTION)?$");

  /**
   * Privileges of one role on one thing.
   *
   * @param prefix {@code ALTER DEFAULT PRIVILEGES … }, or empty
   */
  private record Grants(
      String prefix,
      String thing,
      String grantee,
      Set<String> taken,
      Set<String> given,
      Set<String> grantable) {

    static Grants read(String text) {
      Grants grants = new Grants("", "", "", new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
      for (String line : text.split(";\n", -1)) {
        Matcher statement = STATEMENT.matcher(line);
        if (!statement.matches()) {
          throw new IllegalArgumentException("no grant: " + line);
        }
        String prefix = Optional.ofNullable(statement.group(1)).orElse("");
        grants =
            new Grants(
                prefix,
                statement.group(4),
                statement.group(5),
                grants.taken,
                grants.given,
                grants.grantable);
        grants
            .of(statement.group(2), statement.group(6) != null)
            .addAll(SqlScan.items(statement.group(3)));
      }
      return grants;
    }

    private Set<String> of(String verb, boolean grantOption) {
      return verb.equals("REVOKE") ? taken : grantOption ? grantable : given;
    }

    Grants none() {
      return new Grants(prefix, thing, grantee, Set.of(), Set.of(), Set.of());
    }

    Set<String> all() {
      return plus(given, grantable);
    }

    String grant(Set<String> privileges, String option) {
      return "%sGRANT %s ON %s TO %s%s"
          .formatted(prefix, String.join(", ", privileges), thing, grantee, option);
    }

    String revoke(String option, Set<String> privileges) {
      return "%sREVOKE %s%s ON %s FROM %s"
          .formatted(prefix, option, String.join(", ", privileges), thing, grantee);
    }
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> plus(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  @Override
  public List<RepairStatement> create(Part part) {
    Grants grants = Grants.read(part.text());
    return statements(part, grants.none(), grants);
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    Grants grants = Grants.read(part.text());
    return statements(part, grants, grants.none());
  }

  @Override
  public Repair change(Part before, Part after) {
    return refusal(after)
        .<Repair>map(Repair.Impossible::new)
        .orElseGet(
            () ->
                Repair.inPlace(
                    statements(after, Grants.read(before.text()), Grants.read(after.text()))));
  }

  @Override
  public Optional<String> refusal(Part part) {
    return Roles.refusal(part.text());
  }

  private List<RepairStatement> statements(Part part, Grants old, Grants young) {
    List<String> all = new ArrayList<>();
    Set<String> lost = plus(minus(old.all(), young.all()), minus(young.taken(), old.taken()));
    add(all, lost, p -> young.revoke("", p));
    Set<String> keptWithoutOption = new TreeSet<>(old.grantable());
    keptWithoutOption.retainAll(young.given());
    add(all, keptWithoutOption, p -> young.revoke("GRANT OPTION FOR ", p));
    Set<String> won = plus(minus(young.given(), old.all()), minus(old.taken(), young.taken()));
    add(all, won, p -> young.grant(p, ""));
    add(all, minus(young.grantable(), old.grantable()), p -> young.grant(p, " WITH GRANT OPTION"));
    if (!lost.isEmpty()) {
      all.addAll(onColumns(part));
    }
    return all.stream()
        .map(
            sql ->
                RepairStatement.hazardous(Roles.sql(sql), part.title(), Hazard.CHANGE_PRIVILEGES))
        .toList();
  }

  private static void add(
      List<String> all, Set<String> privileges, Function<Set<String>, String> statement) {
    if (!privileges.isEmpty()) {
      all.add(statement.apply(privileges));
    }
  }

  /**
   * Whoever loses a privilege on a table loses it on the columns too, also where he has it alone.
   */
  private List<String> onColumns(Part part) {
    int grantee = part.name().lastIndexOf(" TO ");
    if (part.object().parent().isEmpty()
        || part.kind() != ObjectKind.PRIVILEGE
        || part.name().startsWith("column ")) {
      return List.of();
    }
    return scene.to().members(part.table(), ObjectKind.PRIVILEGE).stream()
        .filter(p -> p.name().startsWith("column "))
        .filter(p -> p.name().endsWith(part.name().substring(grantee)))
        .flatMap(p -> List.of(p.text().split(";\n", -1)).stream())
        .toList();
  }
}
