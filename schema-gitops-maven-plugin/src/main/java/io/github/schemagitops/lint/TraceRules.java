package io.github.schemagitops.lint;

import static io.github.schemagitops.lint.TraceRule.error;
import static io.github.schemagitops.lint.TraceRule.named;
import static io.github.schemagitops.lint.TraceRule.warning;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.trace.Work;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names for harm that only a trace sees: where no file tells of it, or no rule reads it. */
final class TraceRules {

  static final TraceRule BLOCKING_LOCK =
      warning(
          "blocking-lock",
          "A lock that an earlier statement took is held while another table is scanned, rewritten or indexed.",
          "move one of the two statements to a migration of its own",
          deed -> false);

  private static final List<TraceRule> GENERIC =
      List.of(
          error(
                  "table-rewrite",
                  "A table is written anew, with all of its indexes, while nobody can read or write it.",
                  "find a way in steps: add beside it, fill in batches, switch, drop later",
                  deed -> deed.did(Work.REWRITE))
              .everywhere(),
          error(
                  "index-build",
                  "An index is built while a lock keeps others from the table.",
                  "build it CONCURRENTLY, alone in its file, with executeInTransaction=false in its .conf",
                  deed -> deed.did(Work.INDEX_BUILD))
              .everywhere(),
          error(
                  "table-scan",
                  "Every row of a table is read while a lock keeps others from it.",
                  "take the lock and read the rows in different migrations, as NOT VALID and VALIDATE do",
                  deed -> deed.did(Work.SCAN))
              .everywhere());

  static final TraceRule FK_LOCKS_PARENT =
      named(
          "fk-locks-parent",
          "set lock_wait_timeout to a few seconds, and run it while no long transaction is open",
          deed -> false);

  static final TraceRule ALTER_FK_PARENT =
      named(
          "alter-fk-parent",
          "set lock_wait_timeout to a few seconds, and run it while no long transaction is open",
          deed -> false);

  /**
   * A rule that reads files, which names harm too where no file tells of it.
   *
   * @param id of the rule
   * @param help what to do
   * @param applies to which statements
   */
  private record Reading(String id, String help, Predicate<Deed> applies) {

    TraceRule as(RuleInfo info) {
      Predicate<Deed> harm =
          deed -> info.harm().filter(seen -> seen.isSeenIn(deed.effect())).isPresent();
      return new TraceRule(info, help, harm.and(applies).and(deed -> !deed.isByAlgorithm()));
    }
  }

  private static final List<Reading> READING =
      List.of(
          new Reading(
              "index-not-concurrent",
              "build it CONCURRENTLY, alone in its file, with executeInTransaction=false in its .conf",
              deed -> deed.is(CreateIndex.class)),
          new Reading(
              "alter-column-type",
              "add a column of the new type, fill it with a trigger and in batches, move the readers, and drop the old one in a later release",
              deed -> deed.alters(AlterAction.AlterColumnType.class)),
          new Reading(
              "set-not-null",
              "prove it first with CHECK (… IS NOT NULL) NOT VALID, validated in a migration of its own",
              deed ->
                  deed.alters(AlterAction.SetNotNull.class)
                      || deed.constrains(Constraint.NotNull.class)),
          new Reading(
              "fk-not-valid-missing",
              "add it NOT VALID, and validate it in a later migration",
              deed ->
                  deed.constrains(Constraint.ForeignKey.class)
                      || deed.addsColumnWith(Constraint.ForeignKey.class)));

  private TraceRules() {}

  /** Every rule that only a trace applies, by id. */
  static List<RuleInfo> infos() {
    return only().map(TraceRule::info).sorted(Comparator.comparing(RuleInfo::id)).toList();
  }

  /** Those that no rule reads in a file. */
  static Stream<TraceRule> only() {
    return Stream.concat(GENERIC.stream(), Stream.of(BLOCKING_LOCK));
  }

  /**
   * The rule that names a harm best.
   *
   * @param rules those that read files, which may name it, too
   * @param deeds the statements that may have done it
   */
  static TraceRule of(List<RuleInfo> rules, List<Deed> deeds) {
    Stream<TraceRule> reading =
        READING.stream()
            .flatMap(reads -> rules.stream().filter(r -> r.id().equals(reads.id())).map(reads::as));
    return Stream.of(MysqlTraceRules.all().stream(), reading, PostgresTraceRules.all().stream())
        .flatMap(Function.identity())
        .filter(rule -> deeds.stream().anyMatch(rule.applies()))
        .findFirst()
        .orElseGet(() -> generic(deeds));
  }

  private static TraceRule generic(List<Deed> deeds) {
    return GENERIC.stream()
        .filter(rule -> deeds.stream().anyMatch(rule.applies()))
        .findFirst()
        .orElseThrow();
  }
}
