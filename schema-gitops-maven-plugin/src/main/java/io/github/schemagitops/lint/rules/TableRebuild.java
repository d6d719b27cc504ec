package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Flags what writes a table anew and leaves its columns as they are. */
public final class TableRebuild implements Rule {

  private static final List<String> OPTIONS =
      List.of("ENGINE", "FORCE", "ROW_FORMAT", "KEY_BLOCK_SIZE");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("table-rebuild", "The table is written anew, with all of its indexes.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.WRITES_ANEW);
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> options =
        step.alterations(AlterAction.OtherAction.class)
            .filter(it -> OPTIONS.stream().anyMatch(it.action()::begins))
            .limit(1)
            .flatMap(it -> option(step, it.table(), it.action()));
    Stream<Finding> optimized =
        step.statement(Maintenance.class)
            .filter(work -> work.kind() == Maintenance.Kind.OPTIMIZE)
            .flatMap(
                work ->
                    work.target().stream()
                        .flatMap(
                            table ->
                                AlterAlgorithm.REBUILD.found(
                                    this,
                                    step,
                                    work.span(),
                                    table,
                                    "OPTIMIZE TABLE",
                                    "run it outside of migrations: it changes nothing about the schema; "
                                        + AlterAlgorithm.TOOL)));
    return Stream.concat(options, optimized);
  }

  private Stream<Finding> option(Step step, QualifiedName table, AlterAction.OtherAction action) {
    return way(step, action)
        .found(this, step, action.span(), table, action.sql(), AlterAlgorithm.TOOL);
  }

  /** Only InnoDB rebuilds itself; to another engine, rows are copied. */
  private static AlterAlgorithm way(Step step, AlterAction.OtherAction action) {
    boolean other =
        action.begins("ENGINE") && !action.sql().toLowerCase(Locale.ROOT).contains("innodb");
    return other ? AlterAlgorithm.copy(step) : AlterAlgorithm.REBUILD;
  }
}
