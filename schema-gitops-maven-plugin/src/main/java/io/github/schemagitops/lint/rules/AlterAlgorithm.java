package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/**
 * How MySQL and MariaDB change a table that they cannot change in a moment; measured on MySQL 9.7
 * and MariaDB 11.8.
 */
enum AlterAlgorithm {
  /** Every row is copied into a new table. */
  COPY("COPY", true, "copies every row of %s"),
  /** The same while others go on: MariaDB from 11.2 on. */
  ONLINE_COPY("COPY", false, "copies every row of %s"),
  /** InnoDB writes the table and its indexes anew. */
  REBUILD("INPLACE", false, "writes %s anew with all of its indexes"),
  /** The same, and nobody can write. */
  SHARED_REBUILD("INPLACE", true, "writes %s anew with all of its indexes"),
  /** An index is built, and nobody can write. */
  SHARED_BUILD("NOCOPY", true, "builds an index of %s");

  /** What to do about a large table. */
  static final String TOOL =
      "use gh-ost or pt-online-schema-change for a large table, or plan a maintenance window";

  /** A table written anew, whether others wait or not. */
  static final Harm WRITES_ANEW = Harm.of(Blocks.NOTHING, Work.REWRITE);

  /** A copy, which is more than InnoDB's own rebuilding. */
  static final Harm COPIES = WRITES_ANEW.by("COPY");

  private final String algorithm;
  private final boolean blocksWrites;
  private final String deed;

  AlterAlgorithm(String algorithm, boolean blocksWrites, String deed) {
    this.algorithm = algorithm;
    this.blocksWrites = blocksWrites;
    this.deed = deed;
  }

  /** How the server copies. */
  static AlterAlgorithm copy(Step step) {
    boolean online = step.database() == Database.MARIADB && step.version().isAtLeast(11, 2);
    return online ? ONLINE_COPY : COPY;
  }

  /** What a statement demands of the way. */
  static OnlineClause demanded(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return alter.online();
    }
    return statement instanceof CreateIndex index ? index.online() : OnlineClause.NONE;
  }

  /** True when the server fails at once, because something better is demanded. */
  boolean isRefused(OnlineClause demanded) {
    boolean lock = blocksWrites && demanded.lock().filter("NONE"::equals).isPresent();
    return lock || demanded.algorithm().filter(this::isBelow).isPresent();
  }

  private boolean isBelow(String demandedAlgorithm) {
    return switch (demandedAlgorithm) {
      case "INSTANT" -> true;
      case "NOCOPY" -> this != SHARED_BUILD;
      case "INPLACE" -> algorithm.equals("COPY");
      default -> false;
    };
  }

  /**
   * A finding about a table in use; none when the server would refuse to go this way.
   *
   * @param what is done, for instance {@code adding a check}
   * @param help what to do, starting with a verb
   */
  Stream<Finding> found(
      Rule rule, Step step, Span span, QualifiedName table, String what, String help) {
    return found(rule, step, span, table, what, "", help);
  }

  /**
   * The same for what may be harmless.
   *
   * @param unless when it is
   */
  Stream<Finding> found(
      Rule rule,
      Step step,
      Span span,
      QualifiedName table,
      String what,
      String unless,
      String help) {
    if (step.createdInThisChange(table) || isRefused(demanded(step.statement()))) {
      return Stream.of();
    }
    Finding finding =
        step.finding(
            rule,
            span,
            table,
            "%s %s%s, and %s"
                .formatted(
                    what,
                    deed.formatted(table),
                    unless,
                    blocksWrites
                        ? "nobody can write to it meanwhile"
                        : "that takes time, space and I/O, though others can go on"),
            note(table),
            help);
    boolean milder = !blocksWrites && finding.severity() == Severity.ERROR;
    return Stream.of(milder ? finding.as(Severity.WARNING) : finding);
  }

  private String note(QualifiedName table) {
    return blocksWrites
        ? "%s, LOCK=SHARED on %s: INSERT, UPDATE and DELETE wait; SELECT goes on"
            .formatted(algorithm, table)
        : "%s, LOCK=NONE on %s: others wait only at its beginning and end"
            .formatted(algorithm, table);
  }
}
