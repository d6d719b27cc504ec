package io.github.schemagitops.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule about a table's rows. */
public sealed interface Constraint {

  /** The name, when the statement gives one. */
  Optional<String> name();

  /** True when existing rows are not checked. */
  default boolean notValid() {
    return false;
  }

  /**
   * A foreign key.
   *
   * @param name its name, when given
   * @param columns the referring columns
   * @param references the table referred to
   * @param referenced its columns; empty when its primary key is meant
   * @param notValid true when existing rows are not checked
   */
  record ForeignKey(
      Optional<String> name,
      List<String> columns,
      QualifiedName references,
      List<String> referenced,
      boolean notValid)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referenced = List.copyOf(referenced);
    }
  }

  /**
   * A check.
   *
   * @param name its name, when given
   * @param expression the SQL between the parentheses
   * @param mentions every name in the expression, columns among them
   * @param notNullColumns columns that cannot be null when the expression holds
   * @param notValid true when existing rows are not checked; also when none ever is, as MySQL's
   *     {@code NOT ENFORCED} says
   */
  record Check(
      Optional<String> name,
      String expression,
      Set<String> mentions,
      List<String> notNullColumns,
      boolean notValid)
      implements Constraint {
    public Check {
      mentions = Set.copyOf(mentions);
      notNullColumns = List.copyOf(notNullColumns);
    }
  }

  /**
   * A unique or primary key.
   *
   * @param name its name, when given
   * @param columns its columns; empty when an index brings them
   * @param primary true for the primary key
   * @param usingIndex the existing index it takes over, when one is named
   */
  record Unique(
      Optional<String> name, List<String> columns, boolean primary, Optional<String> usingIndex)
      implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A named {@code NOT NULL}, as PostgreSQL 18 has it.
   *
   * @param name its name, when given
   * @param column the column
   * @param notValid true when existing rows are not checked
   */
  record NotNull(Optional<String> name, String column, boolean notValid) implements Constraint {}

  /**
   * An exclusion constraint.
   *
   * @param name its name, when given
   */
  record Exclusion(Optional<String> name) implements Constraint {}
}
