package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Publications: subscribers keep to one that changes, and lose one that is made anew. What is not
 * published while it is changed never reaches them.
 */
final class PublicationRepairs extends StatementRepairs {

  private static final String ALL = "FOR ALL TABLES";
  private static final String TABLES = "TABLE ";
  private static final String SCHEMAS = "TABLES IN SCHEMA ";
  private static final String OPERATIONS = "publish";
  private static final String GENERATED = "publish_generated_columns";

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), ALL, "FOR", "WITH");
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        RepairStatement.hazardous(
            "DROP " + Subjects.sql(part.object()), part.title(), Hazard.DROP_PUBLICATION));
  }

  @Override
  public Repair change(Part before, Part after) {
    Clauses old = read(before);
    Clauses young = read(after);
    if (old.has(ALL) != young.has(ALL) || (old.has("FOR") && !young.has("FOR"))) {
      return new Repair.Anew();
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!old.get("WITH").equals(young.get("WITH"))) {
      String action = "SET (" + options(old, young) + ")";
      all.add(change(after, action, publishesAllOf(list(old), list(young))));
    }
    Optional<String> members = young.get("FOR");
    if (!old.get("FOR").equals(members)) {
      boolean keepsAll = members(young).containsAll(members(old));
      members.ifPresent(m -> all.add(change(after, "SET " + m, keepsAll)));
    }
    return Repair.inPlace(all);
  }

  private static RepairStatement change(Part part, String action, boolean harmless) {
    return harmless ? alter(part, action) : alter(part, action, Hazard.DROP_PUBLICATION);
  }

  /** Tables, with their columns and conditions, and schemas. */
  private static Set<String> members(Clauses publication) {
    Set<String> members = new HashSet<>();
    String sort = TABLES;
    for (String item : SqlScan.items(publication.get("FOR").orElse(""))) {
      String member = item;
      for (String start : List.of(SCHEMAS, TABLES)) {
        if (item.startsWith(start)) {
          sort = start;
          member = item.substring(start.length());
          break;
        }
      }
      members.add(sort + member);
    }
    return members;
  }

  /** True when nothing that was published is left out, or looks like something else. */
  private static boolean publishesAllOf(List<String> old, List<String> young) {
    List<String> additive = List.of(OPERATIONS, GENERATED);
    boolean sameFrame =
        Set.copyOf(without(old, additive)).equals(Set.copyOf(without(young, additive)));
    boolean keepsColumns =
        option(old, GENERATED).isEmpty() || option(old, GENERATED).equals(option(young, GENERATED));
    return sameFrame && keepsColumns && operations(young).containsAll(operations(old));
  }

  private static Set<String> operations(List<String> options) {
    String list = option(options, OPERATIONS).orElse(usual(OPERATIONS)).replace("'", "");
    return new HashSet<>(SqlScan.items(list));
  }

  private static String options(Clauses old, Clauses young) {
    List<String> before = list(old);
    List<String> after = list(young);
    List<String> all = new ArrayList<>(after);
    for (String option : before) {
      String name = option.substring(0, option.indexOf(" = "));
      if (option(after, name).isEmpty()) {
        all.add(name + " = " + usual(name));
      }
    }
    return String.join(", ", all);
  }

  private static List<String> list(Clauses publication) {
    return SqlScan.items(SqlScan.inside(publication.get("WITH").orElse("")));
  }

  private static String usual(String option) {
    return switch (option) {
      case OPERATIONS -> "'insert, update, delete, truncate'";
      case GENERATED -> "none";
      default -> "false";
    };
  }
}
