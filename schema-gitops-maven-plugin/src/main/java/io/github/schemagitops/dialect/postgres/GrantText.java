package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.postgres.Ownership.Grant;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Privileges of one role on one thing as the statements that bring them about. */
final class GrantText {

  private GrantText() {}

  /**
   * At most three statements, separated by a semicolon and a line end.
   *
   * @param grants all of the same grantee
   * @param column quoted name of a column, empty for the whole object
   * @param thing for instance {@code TABLE shop.orders}
   * @param grantee how the role is written
   */
  static String of(List<Grant> grants, String column, String thing, String grantee) {
    TreeSet<String> grantable = new TreeSet<>();
    TreeSet<String> given = new TreeSet<>();
    TreeSet<String> taken = new TreeSet<>();
    for (Grant grant : grants) {
      (grant.grantable() ? grantable : grant.given() ? given : taken).add(grant.privilege());
    }
    given.removeAll(grantable);
    List<String> statements = new ArrayList<>();
    if (!taken.isEmpty()) {
      statements.add("REVOKE %s ON %s FROM %s".formatted(list(taken, column), thing, grantee));
    }
    if (!given.isEmpty()) {
      statements.add("GRANT %s ON %s TO %s".formatted(list(given, column), thing, grantee));
    }
    if (!grantable.isEmpty()) {
      statements.add(
          "GRANT %s ON %s TO %s WITH GRANT OPTION"
              .formatted(list(grantable, column), thing, grantee));
    }
    return String.join(";\n", statements);
  }

  private static String list(Set<String> privileges, String column) {
    String suffix = column.isEmpty() ? "" : " (" + column + ")";
    return String.join(", ", privileges.stream().map(p -> p + suffix).toList());
  }

  /** The word for objects of that kind after {@code GRANT … ON}. */
  static String word(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE";
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE";
      case AGGREGATE -> "FUNCTION";
      case FOREIGN_SERVER -> "FOREIGN SERVER";
      default -> kind.name();
    };
  }
}
