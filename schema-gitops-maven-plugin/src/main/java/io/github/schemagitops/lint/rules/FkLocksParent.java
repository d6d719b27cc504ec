package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells that a foreign key locks the table that it refers to, also when there is no row to check.
 */
public final class FkLocksParent implements Rule {

  /** From this version on, MySQL reads a key that is written at its column. */
  private static final int READS_COLUMN_KEYS = 9;

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "fk-locks-parent",
            "A foreign key locks the table it refers to, and waits for every transaction open on that.")
        .on(Database.POSTGRESQL, Database.MYSQL)
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.database() == Database.MYSQL ? mySql(step) : postgres(step);
  }

  /** A key that is added to a table is known to lock both; NOT VALID, it is the safe way. */
  private Stream<Finding> postgres(Step step) {
    List<NewKey> keys =
        NewKey.of(step)
            .filter(key -> key.written() != NewKey.Written.CONSTRAINT)
            .filter(key -> key.olderParent(step.schema()).isPresent())
            .toList();
    List<QualifiedName> parents = NewKey.olderParents(step.schema(), keys.stream());
    // Of more than one parent in a transaction, multiple-fks-one-tx tells.
    return parents.size() == 1 && NewKey.earlierParents(step).isEmpty()
        ? Stream.of(
            step.finding(
                this,
                keys.get(0).span(),
                parents.get(0),
                "the foreign key of %s waits for all writers of %s, and new ones wait behind it"
                    .formatted(keys.get(0).table(), parents.get(0)),
                "SHARE ROW EXCLUSIVE lock on %s for a moment: INSERT, UPDATE and DELETE wait; SELECT goes on"
                    .formatted(parents.get(0)),
                ShortLock.help(parents.get(0).toString())))
        : Stream.of();
  }

  private Stream<Finding> mySql(Step step) {
    Stream<NewKey> keys =
        NewKey.of(step)
            .filter(key -> step.version().isAtLeast(READS_COLUMN_KEYS) || !isAtColumn(step, key));
    List<NewKey> all = keys.toList();
    return NewKey.olderParents(step.schema(), all.stream()).stream()
        .map(
            parent ->
                step.finding(
                    this,
                    all.get(0).span(),
                    parent,
                    "the foreign key of %s waits for every transaction that is open on %s, and all queries wait behind it"
                        .formatted(all.get(0).table(), parent),
                    "exclusive metadata lock on %s for a moment: all reads and writes wait"
                        .formatted(parent),
                    "set lock_wait_timeout to a few seconds, and run it while no long transaction is open on %s"
                        .formatted(parent)));
  }

  private static boolean isAtColumn(Step step, NewKey key) {
    return key.written() == NewKey.Written.NEW_COLUMN
        || step.statement(CreateTable.class)
            .flatMap(create -> create.columns().stream())
            .anyMatch(column -> column.constraints().contains(key.key()));
  }
}
