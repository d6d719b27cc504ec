package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.Constraint;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;

/** Reads constraints, beside columns and at them. */
final class ConstraintReader {

  private ConstraintReader() {}

  /**
   * A constraint of a table or column; empty for what the grammar calls one and is none ({@code
   * DEFAULT}, {@code NULL}, {@code GENERATED}).
   *
   * @param owner the column it is written at; empty beside the columns
   */
  static Optional<Constraint> read(
      Constraint_commonContext node, Optional<String> owner, SqlText sql) {
    Constr_bodyContext body = node.constr_body();
    Optional<String> name = SqlText.identifier(Optional.ofNullable(node.identifier()));
    boolean enforced = node.table_enforced() == null || node.table_enforced().NOT() == null;
    boolean notValid = node.VALID() != null || !enforced;
    if (body.REFERENCES() != null) {
      List<String> columns =
          Optional.ofNullable(body.col_period)
              .map(list -> SqlText.columns(list.schema_qualified_name()))
              .orElse(owner.stream().toList());
      return Optional.of(
          new Constraint.ForeignKey(
              name,
              columns,
              SqlText.name(body.schema_qualified_name()),
              Optional.ofNullable(body.ref_period)
                  .map(list -> SqlText.columns(list.schema_qualified_name()))
                  .orElse(List.of()),
              notValid));
    }
    if (body.CHECK() != null) {
      return Optional.of(
          new Constraint.Check(
              name,
              sql.text(body.expression),
              NullProof.names(body.expression),
              NullProof.notNullColumns(body.expression),
              notValid));
    }
    if (body.UNIQUE() != null || body.PRIMARY() != null) {
      return Optional.of(unique(body, name, owner));
    }
    if (isNotNull(node)) {
      return Optional.ofNullable(body.col_name)
          .map(column -> SqlText.name(column).name())
          .or(() -> owner)
          .map(column -> new Constraint.NotNull(name, column, notValid));
    }
    return body.EXCLUDE() == null ? Optional.empty() : Optional.of(new Constraint.Exclusion(name));
  }

  static boolean isNotNull(Constraint_commonContext node) {
    return node.constr_body().NOT() != null && node.constr_body().NULL() != null;
  }

  private static Constraint unique(
      Constr_bodyContext body, Optional<String> name, Optional<String> owner) {
    List<String> columns =
        Optional.ofNullable(body.col_overlaps)
            .map(list -> SqlText.columns(list.schema_qualified_name()))
            .orElse(owner.stream().toList());
    Optional<String> usingIndex =
        Optional.ofNullable(body.index_parameters())
            .map(parameters -> parameters.schema_qualified_name())
            .map(index -> SqlText.name(index).name());
    return new Constraint.Unique(name, columns, body.PRIMARY() != null, usingIndex);
  }
}
