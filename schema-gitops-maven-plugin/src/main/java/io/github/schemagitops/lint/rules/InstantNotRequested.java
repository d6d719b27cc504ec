package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of changes that the server can make in a moment, and is not told to. */
public final class InstantNotRequested implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "instant-not-requested",
            "Without ALGORITHM=INSTANT the server copies or rebuilds the table where it cannot do it in a moment.")
        .onMySqlAndMariaDb()
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterTable.class)
        .filter(alter -> alter.online().equals(OnlineClause.NONE) && !alter.actions().isEmpty())
        .filter(alter -> !step.createdInThisChange(alter.table()))
        .filter(alter -> isModern(step) && mayBeInstant(step, alter))
        .map(alter -> finding(step, alter));
  }

  private static boolean isModern(Step step) {
    return step.database() == Database.MARIADB
        ? step.version().isAtLeast(10, 4)
        : step.version().isAtLeast(8, 4);
  }

  private static boolean mayBeInstant(Step step, AlterTable alter) {
    Optional<Relation> table = step.schema().table(alter.table());
    return table.stream().noneMatch(InstantNotRequested::isSpecial)
        && alter.actions().stream().allMatch(action -> isInstant(step, alter, action));
  }

  /** Tables that no server alters in a moment. */
  private static boolean isSpecial(Relation table) {
    return table.searchable().anyMatch(SpecialIndex.FULLTEXT::is)
        || table.option("row_format").filter("compressed"::equals).isPresent();
  }

  private static boolean isInstant(Step step, AlterTable alter, AlterAction action) {
    if (action instanceof AlterAction.AddColumn add) {
      return isPlain(step, alter.table(), add.column());
    }
    if (action instanceof AlterAction.DropColumn drop) {
      // What an index or key has in it goes with that index, which takes longer.
      return step.schema()
          .table(alter.table())
          .filter(table -> table.column(drop.column()).isPresent())
          .filter(table -> isFree(table, drop.column()))
          .isPresent();
    }
    return action instanceof AlterAction.RenameColumn || action instanceof AlterAction.SetDefault;
  }

  private static boolean isPlain(Step step, QualifiedName table, ColumnDefinition column) {
    return column.generation().isEmpty()
        && column.constraints().isEmpty()
        && column.defaultValue().filter(sql -> NewDefault.copies(step, table, sql)).isEmpty();
  }

  private static boolean isFree(Relation table, String column) {
    List<String> keys =
        Stream.concat(
                table.searchable().flatMap(index -> index.keys().stream()),
                table.foreignKeys().stream().flatMap(key -> key.columns().stream()))
            .toList();
    return !keys.contains(column) && table.checksOn(column).isEmpty();
  }

  private Finding finding(Step step, AlterTable alter) {
    AlterAction last = alter.actions().get(alter.actions().size() - 1);
    return step.finding(
            this,
            alter.span(),
            alter.table(),
            "nothing says that this has to be instant: where it cannot be, %s is copied or rebuilt"
                .formatted(alter.table()),
            "INSTANT today; after 64 such changes, or on an older server, it is not",
            "write ALGORITHM=INSTANT behind a comma at its end: then the server fails at once in place of copying %s"
                .formatted(alter.table()))
        .fixedBy(
            isLast(step, last)
                ? step.append(
                    last.span(), ", ALGORITHM=INSTANT", "demand that the change is instant")
                : Optional.empty());
  }

  /** False where something follows: the bracket of {@code ADD (…)}, the quote of a text. */
  private static boolean isLast(Step step, AlterAction action) {
    String sql = step.source().sql();
    return action.span().end() <= sql.length() && sql.substring(action.span().end()).isBlank();
  }
}
