package io.github.schemagitops.lint;

import static java.util.stream.Collectors.toCollection;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One look at a change: rules see every statement in turn, and what each leaves is remembered. */
final class LintRun {

  private final List<Rule> rules;
  private final LintSettings settings;
  private final Grading grading;
  private final SchemaContext context;
  private final KnownSchema schema;
  private final TraceJudgement judgement;
  private final Set<String> ruleIds;
  private final Set<String> toldOnce;
  private final Set<String> notLookedFor;
  private final List<Finding> findings = new ArrayList<>();
  private final List<LintResult.Gap> gaps = new ArrayList<>();
  private final List<String> refuted = new ArrayList<>();
  private int analysed;
  private int allowed;

  /**
   * @param all every rule there is
   * @param context the schema before the change
   * @param traces what was seen on a real server; empty when nobody looked
   */
  LintRun(
      List<Rule> all,
      LintSettings settings,
      SchemaContext context,
      Optional<List<StatementTrace>> traces) {
    this.settings = settings;
    this.context = context;
    this.schema = new KnownSchema(context);
    this.rules = all.stream().filter(rule -> settings.runs(rule.info())).toList();
    this.grading = new Grading(settings, all.stream().map(Rule::info).toList());
    this.judgement =
        // Also those that do not run: what a project does not want to hear has its name all the
        // same.
        new TraceJudgement(all.stream().map(Rule::info).toList(), traces.orElse(List.of()));
    this.ruleIds = ids(Stream.concat(rules.stream().map(Rule::info), Rules.infos().stream()));
    this.toldOnce = ids(rules.stream().map(Rule::info).filter(RuleInfo::isToldOnce));
    this.notLookedFor = ids(all.stream().map(Rule::info).filter(rule -> !settings.runs(rule)));
    if (traces.isEmpty()) {
      notLookedFor.addAll(ids(Rules.ofTraces().stream()));
    }
    ruleIds.remove(Rules.SUPPRESSION.id());
    ruleIds.removeAll(notLookedFor);
  }

  private static Set<String> ids(Stream<RuleInfo> infos) {
    return infos.map(RuleInfo::id).collect(toCollection(TreeSet::new));
  }

  LintResult result(int judged, int older) {
    return new LintResult(findings, judged, older, analysed, gaps, allowed, refuted);
  }

  /**
   * Judges a migration.
   *
   * @param change all new migrations, this one among them
   */
  void judge(ChangedFile file, List<ChangedFile> change) {
    Migration migration = file.migration();
    context.startMigration(true);
    Suppressions suppressions = Suppressions.of(migration, ruleIds, notLookedFor);
    HeldLocks held = new HeldLocks(settings.commitsEachDefinition());
    int before = findings.size();
    int index = 0;
    int number = 0;
    for (SqlStatement sql : migration.statements()) {
      number++;
      int end = index;
      while (end < file.parts().size() && file.parts().get(end).number() == number) {
        end++;
      }
      judge(new Whole(file, sql, number, index, end), change, held, suppressions);
      index = end;
    }
    List<Finding> own = findings.subList(before, findings.size());
    List<Finding> told = Repeats.without(List.copyOf(own), toldOnce);
    own.clear();
    findings.addAll(told);
    suppressions.problems().map(grading::graded).flatMap(Optional::stream).forEach(findings::add);
  }

  /**
   * A statement of the file.
   *
   * @param from index of the first thing it does
   * @param to index behind the last
   */
  private record Whole(ChangedFile file, SqlStatement sql, int number, int from, int to) {

    List<Part> parts() {
      return file.parts().subList(from, to);
    }

    boolean isBlock() {
      return parts().isEmpty() || parts().stream().anyMatch(Part::nested);
    }
  }

  private void judge(
      Whole whole, List<ChangedFile> change, HeldLocks held, Suppressions suppressions) {
    Migration migration = whole.file().migration();
    // Asked before the statement itself changes what is known.
    List<TableEffect> effects = judgement.effects(migration, whole.number(), this::isNew);
    List<Finding> read = new ArrayList<>();
    for (int i = whole.from(); i < whole.to(); i++) {
      Step step = new Step(whole.file(), i, change, settings, schema, held.now(), held.taken());
      rules.stream()
          .filter(rule -> !rule.info().isAboutWaiting() || !step.limitsLockWaits())
          .flatMap(rule -> rule.check(step))
          .forEach(read::add);
      step.statement(NotAnalysed.class).forEach(gap -> report(gap, step, suppressions));
      held.hold(step);
      context.apply(step.statement());
    }
    List<Part> parts = whole.parts();
    TraceJudgement.Judged judged =
        judgement.judge(
            new TraceJudgement.Reading(
                migration,
                whole.sql(),
                whole.number(),
                parts.stream().map(Part::statement).toList(),
                whole.isBlock(),
                read),
            effects,
            this::isNew);
    judged.findings().stream()
        .distinct()
        .map(grading::graded)
        .flatMap(Optional::stream)
        .filter(finding -> !allowed(finding, whole.sql(), suppressions))
        .forEach(findings::add);
    judged.refuted().stream()
        .filter(wrong -> !allowed(wrong.finding(), whole.sql(), suppressions))
        .map(TraceJudgement.Refuted::why)
        .forEach(refuted::add);
    boolean complete = parts.stream().noneMatch(p -> p.statement() instanceof NotAnalysed);
    analysed += complete ? 1 : 0;
  }

  private boolean isNew(QualifiedName table) {
    return schema.isNew(table);
  }

  private void report(NotAnalysed gap, Step step, Suppressions suppressions) {
    Finding finding =
        step.finding(
            Rules.NOT_ANALYSED,
            gap.span(),
            "this was not analysed: " + gap.reason(),
            "",
            "watch it run on a throwaway database: mvn schema:shadow-migrate");
    // A routine that is called may have several.
    LintResult.Gap known = new LintResult.Gap(finding.location().orElseThrow(), gap.reason());
    if (!gaps.contains(known) && !allowed(finding, step.source(), suppressions)) {
      grading.graded(finding).ifPresent(findings::add);
      gaps.add(known);
    }
  }

  private boolean allowed(Finding finding, SqlStatement sql, Suppressions suppressions) {
    boolean allow = suppressions.allow(finding, sql);
    allowed += allow ? 1 : 0;
    return allow;
  }
}
