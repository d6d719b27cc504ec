package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publications: subscribers keep to one that changes, and lose one that is made anew. */
final class PublicationRepairs extends StatementRepairs {

  private static final String ALL = "FOR ALL TABLES";

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), ALL, "FOR", "WITH");
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
      all.add(alter(after, "SET (" + options(old, young) + ")"));
    }
    Optional<String> members = young.get("FOR");
    if (!old.get("FOR").equals(members)) {
      members.ifPresent(m -> all.add(alter(after, "SET " + m)));
    }
    return Repair.inPlace(all);
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
      case "publish" -> "'insert, update, delete, truncate'";
      case "publish_generated_columns" -> "none";
      default -> "false";
    };
  }
}
