package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags {@code CONCURRENTLY} where the server refuses it. */
public final class ConcurrentlyInTransaction implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "concurrently-in-transaction", "CONCURRENTLY fails inside a transaction.");
  }

  /**
   * A statement that must not run in a transaction.
   *
   * @param words what it says
   * @param about which table or index
   * @param span where it stands
   */
  private record Work(String words, QualifiedName about, Span span) {}

  @Override
  public Stream<Finding> check(Step step) {
    return Stream.concat(
            work(step.statement()),
            step.alterations(AlterAction.DetachPartition.class)
                .filter(detach -> detach.action().concurrently())
                .map(
                    detach -> new Work("DETACH PARTITION", detach.table(), detach.action().span())))
        .flatMap(work -> check(step, work).stream());
  }

  private static Stream<Work> work(Statement statement) {
    if (statement instanceof CreateIndex create && create.concurrently()) {
      return Stream.of(new Work("CREATE INDEX", create.table(), create.span()));
    }
    if (statement instanceof DropObject drop && drop.concurrently()) {
      return drop.names().stream().limit(1).map(name -> new Work("DROP INDEX", name, drop.span()));
    }
    // REFRESH MATERIALIZED VIEW CONCURRENTLY may run in a transaction.
    if (statement instanceof Maintenance again
        && again.kind() == Maintenance.Kind.REINDEX
        && again.concurrently()) {
      QualifiedName about = again.target().orElse(QualifiedName.of("database"));
      return Stream.of(new Work("REINDEX", about, again.span()));
    }
    return Stream.of();
  }

  private Optional<Finding> check(Step step, Work work) {
    String conf = step.migration().fileName() + ".conf";
    if (step.insideBlock()) {
      return Optional.of(
          finding(
              step,
              work,
              "a block or routine always runs in one",
              "write it outside of the block, alone in its file, with executeInTransaction=false in "
                  + conf));
    }
    if (isOpen(step)) {
      return Optional.of(
          finding(
              step,
              work,
              "BEGIN has opened one",
              "delete BEGIN and COMMIT, and leave the statement alone in its file, with executeInTransaction=false in "
                  + conf));
    }
    // The engine would see by itself that this cannot run in one.
    return step.runsInTransaction() && !step.source().transactional()
        ? Optional.of(
            finding(
                step,
                work,
                conf + " demands one",
                "write executeInTransaction=false to " + conf + ", or delete it"))
        : Optional.empty();
  }

  /** True when the file itself has begun a transaction that it has not ended yet. */
  private static boolean isOpen(Step step) {
    boolean open = false;
    for (Part part : step.before()) {
      if (part.statement() instanceof io.github.schemagitops.statement.TransactionControl control) {
        open =
            switch (control.kind()) {
              case BEGIN -> true;
              case SAVEPOINT -> open;
              case COMMIT, ROLLBACK, TWO_PHASE -> false;
            };
      }
    }
    return open;
  }

  private Finding finding(Step step, Work work, String why, String help) {
    return step.finding(
        this,
        work.span(),
        work.about(),
        "%s CONCURRENTLY fails in a transaction, and %s".formatted(work.words(), why),
        "no lock: the server refuses it with error 25001",
        help);
  }
}
