package io.github.schemagitops.lint;

import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Joins what rules read in a statement with what a trace saw it do on a real server. What was seen
 * is confirmed; what was not seen though everything was is refuted; what no rule has read is added.
 * Pure.
 */
final class TraceJudgement {

  private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
  private final List<StatementTrace> traces;

  TraceJudgement(List<RuleInfo> rules, List<StatementTrace> traces) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.traces = List.copyOf(traces);
  }

  /**
   * A statement as the linter read it.
   *
   * @param migration the file it stands in
   * @param source its SQL
   * @param number 1-based position in the file
   * @param parts what it says; more than one for a block
   * @param conditional true for a block, which may do something else on another database
   * @param findings what rules found in it
   */
  record Reading(
      Migration migration,
      SqlStatement source,
      int number,
      List<Statement> parts,
      boolean conditional,
      List<Finding> findings) {}

  /**
   * What remains of it.
   *
   * @param findings static ones, confirmed ones and those of the trace alone
   * @param refuted static ones that the trace has shown to be wrong
   */
  record Judged(List<Finding> findings, List<Refuted> refuted) {}

  /**
   * A finding that is none.
   *
   * @param finding as a rule made it
   * @param why one line for a report: which finding, where, and what of it did not happen
   */
  record Refuted(Finding finding, String why) {}

  /** The effects of a statement on tables that are older than the change. */
  List<TableEffect> effects(Migration migration, int number, Predicate<QualifiedName> isNew) {
    return trace(migration, number).stream()
        .flatMap(trace -> trace.effects().stream())
        .filter(effect -> !isNew.test(EffectNames.of(effect)))
        .toList();
  }

  /**
   * Joins.
   *
   * @param effects of this statement, as {@link #effects} gave them before it was applied
   * @param isNew whether a table came with this change
   */
  Judged judge(Reading reading, List<TableEffect> effects, Predicate<QualifiedName> isNew) {
    Optional<StatementTrace> trace = trace(reading.migration(), reading.number());
    if (trace.isEmpty()) {
      return new Judged(reading.findings(), List.of());
    }
    List<Finding> kept = new ArrayList<>();
    List<Refuted> refuted = new ArrayList<>();
    for (Finding finding : reading.findings()) {
      Optional<TableEffect> seen =
          harmOf(finding, reading, trace.get().effects())
              .or(() -> TraceFindings.parentLock(finding, effects));
      if (seen.isPresent()) {
        kept.add(confirmed(finding, seen.get()));
      } else if (isRefuted(finding, reading, trace.get())) {
        refuted.add(new Refuted(finding, why(finding, trace.get())));
      } else {
        kept.add(finding);
      }
    }
    TraceFindings alone = new TraceFindings(List.copyOf(rules.values()), reading, effects);
    effects.stream()
        .filter(TraceJudgement::isHarmful)
        .filter(effect -> reading.findings().stream().noneMatch(f -> covers(f, effect, reading)))
        .forEach(alone::harm);
    alone.locksOnOthers();
    if (reading.migration().inTransaction()) {
      alone.locksHeld(earlier(reading, isNew));
    }
    kept.addAll(alone.all());
    return new Judged(kept, refuted);
  }

  private String why(Finding finding, StatementTrace trace) {
    String absence = harm(finding).map(harm -> harm.absence(trace.effects())).orElse("");
    String place =
        finding
            .location()
            .map(l -> l.file().substring(l.file().lastIndexOf('/') + 1) + ":" + l.line() + " ")
            .orElse("");
    return "refuted by the trace: %s%s (%s)".formatted(place, finding.rule(), absence);
  }

  private Optional<StatementTrace> trace(Migration migration, int number) {
    return of(migration).stream().filter(t -> t.number() == number).findFirst();
  }

  private List<StatementTrace> of(Migration migration) {
    return traces.stream()
        .filter(trace -> trace.file().equals(migration.path()))
        .sorted(Comparator.comparingInt(StatementTrace::number))
        .toList();
  }

  private List<StatementTrace> earlier(Reading reading, Predicate<QualifiedName> isNew) {
    return of(reading.migration()).stream()
        .filter(trace -> trace.number() < reading.number())
        .map(
            trace ->
                new StatementTrace(
                    trace.file(),
                    trace.number(),
                    trace.line(),
                    trace.time(),
                    trace.effects().stream().filter(e -> !isNew.test(EffectNames.of(e))).toList(),
                    trace.unseen()))
        .toList();
  }

  private Optional<Harm> harm(Finding finding) {
    return Optional.ofNullable(rules.get(finding.rule())).flatMap(RuleInfo::harm);
  }

  /** The effect that a finding warned of: on its own table, or on a partition of it. */
  private Optional<TableEffect> harmOf(
      Finding finding, Reading reading, List<TableEffect> effects) {
    return effects.stream()
        .filter(effect -> covers(finding, effect, reading))
        .min(Comparator.comparing(effect -> !EffectNames.isAbout(finding, effect)));
  }

  private boolean covers(Finding finding, TableEffect effect, Reading reading) {
    return harm(finding).filter(harm -> harm.isSeenIn(effect)).isPresent()
        && (!reading.conditional() || EffectNames.isAbout(finding, effect));
  }

  /** Only what ran, was watched all along, and met the table it is about can refute. */
  private boolean isRefuted(Finding finding, Reading reading, StatementTrace trace) {
    return harm(finding).isPresent()
        && !reading.conditional()
        && trace.unseen().isEmpty()
        && of(reading.migration()).stream()
            .filter(t -> t.number() <= trace.number())
            .flatMap(t -> t.effects().stream())
            .anyMatch(effect -> EffectNames.isAbout(finding, effect));
  }

  private static Finding confirmed(Finding finding, TableEffect effect) {
    Finding confirmed = finding.by(Source.CONFIRMED);
    return finding
        .frame()
        .map(
            frame ->
                confirmed.showing(
                    new CodeFrame(
                        frame.text(),
                        frame.column(),
                        frame.length(),
                        frame.note() + "; seen: " + effect.words())))
        .orElse(confirmed);
  }

  /** Work that others wait for, or that writes the whole table though they need not wait. */
  private static boolean isHarmful(TableEffect effect) {
    return effect.work().contains(Work.REWRITE)
        || (!effect.work().isEmpty() && EffectNames.blocks(effect).compareTo(Blocks.WRITES) >= 0);
  }

  /** The severity of a rule, less when others can go on. */
  static Severity severity(RuleInfo rule, TableEffect effect) {
    boolean blocks = EffectNames.blocks(effect).compareTo(Blocks.WRITES) >= 0;
    return blocks || rule.severity() != Severity.ERROR ? rule.severity() : Severity.WARNING;
  }
}
