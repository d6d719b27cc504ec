package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.NameLimit;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RepeatedNames;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Flags columns that are named twice, or are there already: the server refuses the statement. */
public final class DuplicateColumn implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "duplicate-column",
            "A column is named twice or exists already, so the statement fails.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> tables = step.statement(CreateTable.class).flatMap(t -> created(step, t));
    Stream<Finding> views =
        step.statement(CreateView.class)
            .flatMap(view -> twice(step, view.name(), view.twice(), view.span()));
    Stream<Finding> rows =
        step.statement(Dml.class)
            .flatMap(
                dml ->
                    dml.tables().stream()
                        .limit(1)
                        .flatMap(table -> twice(step, table, dml.columns().twice(), dml.span())));
    Stream<Finding> added = step.statement(AlterTable.class).flatMap(alter -> added(step, alter));
    return Stream.of(tables, views, rows, added).flatMap(findings -> findings);
  }

  private Stream<Finding> created(Step step, CreateTable table) {
    if (table.how().ifNotExists() && step.schema().table(table.name()).isPresent()) {
      return Stream.of();
    }
    List<String> names = table.columns().stream().map(c -> kept(step, c.name())).toList();
    return Stream.concat(
        twice(step, table.name(), RepeatedNames.in(names), table.span()),
        twice(step, table.name(), table.twice(), table.span()));
  }

  private Stream<Finding> twice(Step step, QualifiedName table, List<String> names, Span span) {
    return names.stream()
        .map(
            name ->
                step.finding(
                    this,
                    span,
                    table,
                    "the column %s is named twice, so the server refuses the statement"
                        .formatted(QualifiedName.quoted(name)),
                    "no lock: the migration fails here",
                    "name %s once".formatted(QualifiedName.quoted(name))));
  }

  /** Columns that the statement itself drops or renames make room; a block may look first. */
  private Stream<Finding> added(Step step, AlterTable alter) {
    List<String> gone =
        alter.actions().stream()
            .flatMap(
                action ->
                    action instanceof AlterAction.DropColumn drop
                        ? Stream.of(kept(step, drop.column()))
                        : action instanceof AlterAction.RenameColumn rename
                            ? Stream.of(kept(step, rename.from()))
                            : Stream.of())
            .toList();
    List<String> names =
        alter.actions().stream()
            .filter(AlterAction.AddColumn.class::isInstance)
            .map(AlterAction.AddColumn.class::cast)
            .filter(add -> !add.ifNotExists())
            .map(add -> kept(step, add.column().name()))
            .toList();
    Stream<Finding> existing =
        step.alterations(AlterAction.AddColumn.class)
            .map(Step.Alteration::action)
            .filter(add -> !step.insideBlock() && !add.ifNotExists())
            .filter(add -> !gone.contains(kept(step, add.column().name())))
            .filter(add -> exists(step, alter.table(), add.column().name()))
            .map(add -> existing(step, alter.table(), add));
    return Stream.concat(
        existing, twice(step, alter.table(), RepeatedNames.in(names), alter.span()));
  }

  private static boolean exists(Step step, QualifiedName table, String column) {
    return step.schema().columnNames(table).stream()
        .anyMatch(name -> kept(step, name).equals(kept(step, column)));
  }

  private Finding existing(Step step, QualifiedName table, AlterAction.AddColumn add) {
    String name = QualifiedName.quoted(add.column().name());
    return step.finding(
        this,
        add.span(),
        table,
        "%s has a column %s already, so the server refuses the statement".formatted(table, name),
        "no lock: the migration fails here",
        "choose another name, or leave the statement out: an earlier migration adds the column");
  }

  /** A name as the server keeps and compares it. */
  private static String kept(Step step, String name) {
    return step.database() == Database.POSTGRESQL
        ? NameLimit.cut(name)
        : name.toLowerCase(Locale.ROOT);
  }
}
