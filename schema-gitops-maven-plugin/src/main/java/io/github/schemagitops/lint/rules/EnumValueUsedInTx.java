package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterEnum;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flags a new value of an enum that is used before its transaction has ended. */
public final class EnumValueUsedInTx implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "enum-value-used-in-tx",
        "A value added to an enum cannot be used in the same transaction: the migration fails.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean runs =
        !(step.statement() instanceof AlterEnum || step.statement() instanceof CreateRoutine);
    List<Part> earlier = runs ? step.earlierInTransaction() : List.of();
    return earlier.stream()
        .flatMap(part -> part.statement() instanceof AlterEnum a ? Stream.of(a) : Stream.of())
        .filter(added -> added.newName().isEmpty() && !isMadeHere(earlier, added.type()))
        .filter(added -> isUsed(step, added))
        .limit(1)
        .map(added -> finding(step, added));
  }

  /** Values of a type that the same transaction has created can be used at once. */
  private static boolean isMadeHere(List<Part> earlier, QualifiedName type) {
    return earlier.stream()
        .anyMatch(
            part ->
                part.statement() instanceof CreateType create
                    && create.name().name().equals(type.name()));
  }

  /**
   * The value stands in the statement, beside the type, or beside a table that has such a column or
   * may have one.
   */
  private static boolean isUsed(Step step, AlterEnum added) {
    String sql = step.source().sql();
    if (!sql.contains("'" + added.value().replace("'", "''") + "'")) {
      return false;
    }
    boolean unknown =
        written(step.statement())
            .filter(table -> !(step.statement() instanceof CreateTable))
            .anyMatch(table -> step.schema().table(table).isEmpty());
    return unknown
        || says(sql, added.type().name())
        || step.schema().columnsOf(added.type()).keySet().stream()
            .anyMatch(table -> says(sql, table.name()));
  }

  private static Stream<QualifiedName> written(Statement statement) {
    return statement instanceof Dml rows
        ? rows.tables().stream()
        : Searchable.table(statement).stream();
  }

  private static boolean says(String sql, String name) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
        .matcher(sql)
        .find();
  }

  private Finding finding(Step step, AlterEnum added) {
    return step.finding(
        this,
        step.statement().span(),
        added.type(),
        "this uses the value '%s' in the transaction that added it to %s, and PostgreSQL refuses that: the migration fails"
            .formatted(added.value(), added.type()),
        "error 55P04, unsafe use of new value: it must be committed first",
        "move this statement to a later migration, behind the one with ALTER TYPE %s ADD VALUE"
            .formatted(added.type()));
  }
}
