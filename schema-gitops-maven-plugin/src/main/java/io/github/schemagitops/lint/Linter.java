package io.github.schemagitops.lint;

import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs rules over the new migrations of a project, knowing what the older ones built. */
public final class Linter {

  private final List<Rule> rules;
  private final StatementParser parser;
  private final String defaultSchema;

  /**
   * @param rules the rules to run
   * @param parser of the dialect the migrations are written in
   * @param defaultSchema where names without schema belong
   */
  public Linter(List<Rule> rules, StatementParser parser, String defaultSchema) {
    this.rules = List.copyOf(rules);
    this.parser = parser;
    this.defaultSchema = defaultSchema;
  }

  /**
   * Judges the new migrations. All older ones are replayed first, whatever their versions: the
   * databases that a change meets have run them already. Baseline scripts run on empty databases
   * only, so they are read to know the schema and never judged.
   *
   * @param set all migrations of the project
   * @param newPaths paths of the migrations that belong to the change
   */
  public LintResult lint(MigrationSet set, Set<String> newPaths) {
    return lint(set, newPaths, false);
  }

  /**
   * Judges the new migrations by what they say and by what they did on a real server.
   *
   * @param before the tables of the database before the first of them; when they are known, older
   *     migrations are not read
   * @param traces of statements of the new migrations; what has none is judged by what it says
   */
  public LintResult lint(
      MigrationSet set,
      Set<String> newPaths,
      Optional<SnapshotTables> before,
      List<StatementTrace> traces) {
    SchemaContext context =
        before.isPresent() ? new SchemaContext(defaultSchema, before) : afterOlder(set, newPaths);
    Run run = new Run(context, Optional.of(traces));
    List<Migration> change = change(set, newPaths);
    change.forEach(run::judge);
    return run.result(change.size(), set.migrations().size() - change.size());
  }

  /**
   * Judges all migrations, each as a change of its own: where nothing says which ones come
   * together, a table of an earlier file is one in use.
   */
  public LintResult lintEach(MigrationSet set) {
    Set<String> all = set.migrations().stream().map(Migration::path).collect(Collectors.toSet());
    return lint(set, all, true);
  }

  private LintResult lint(MigrationSet set, Set<String> newPaths, boolean separately) {
    SchemaContext context = afterOlder(set, newPaths);
    Run run = new Run(context, Optional.empty());
    List<Migration> change = change(set, newPaths);
    for (Migration migration : change) {
      run.judge(migration);
      if (separately) {
        context.endChange();
      }
    }
    return run.result(change.size(), set.migrations().size() - change.size());
  }

  private SchemaContext afterOlder(MigrationSet set, Set<String> newPaths) {
    SchemaContext context = new SchemaContext(defaultSchema, Optional.empty());
    set.migrations().stream()
        .filter(m -> !judged(m, newPaths))
        .forEach(
            migration -> {
              context.startMigration(false);
              migration
                  .statements()
                  .forEach(sql -> parts(parser.parse(sql)).forEach(context::apply));
            });
    return context;
  }

  private static List<Migration> change(MigrationSet set, Set<String> newPaths) {
    return set.migrations().stream().filter(m -> judged(m, newPaths)).toList();
  }

  private static boolean judged(Migration migration, Set<String> newPaths) {
    return migration.kind() != Migration.Kind.BASELINE && newPaths.contains(migration.path());
  }

  /** A block's statements instead of the block. */
  private static Stream<Statement> parts(Statement statement) {
    return statement instanceof DoBlock block
        ? block.statements().stream().flatMap(Linter::parts)
        : Stream.of(statement);
  }

  private final class Run {

    private final SchemaContext context;
    private final TraceJudgement judgement;
    private final Set<String> ruleIds;
    private final Set<String> notLookedFor;
    private final List<Finding> findings = new ArrayList<>();
    private final List<LintResult.Gap> gaps = new ArrayList<>();
    private final List<String> refuted = new ArrayList<>();
    private int analysed;
    private int allowed;

    private Run(SchemaContext context, Optional<List<StatementTrace>> traces) {
      this.context = context;
      List<RuleInfo> own = rules.stream().map(Rule::info).toList();
      this.judgement = new TraceJudgement(own, traces.orElse(List.of()));
      Set<String> ofTraces = ids(Rules.ofTraces().stream());
      this.notLookedFor = traces.isPresent() ? Set.of() : ofTraces;
      this.ruleIds = ids(Stream.concat(own.stream(), Rules.infos().stream()));
      ruleIds.remove(Rules.SUPPRESSION.id());
      ruleIds.removeAll(notLookedFor);
    }

    private LintResult result(int judged, int older) {
      return new LintResult(findings, judged, older, analysed, gaps, allowed, refuted);
    }

    private static Set<String> ids(Stream<RuleInfo> infos) {
      return infos.map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private void judge(Migration migration) {
      context.startMigration(true);
      Suppressions suppressions = Suppressions.of(migration, ruleIds, notLookedFor);
      int number = 0;
      for (SqlStatement sql : migration.statements()) {
        judge(migration, sql, ++number, suppressions);
      }
      suppressions.problems().forEach(findings::add);
    }

    private void judge(
        Migration migration, SqlStatement sql, int number, Suppressions suppressions) {
      Statement whole = parser.parse(sql);
      List<Statement> parts = parts(whole).toList();
      // Asked before the statement itself changes what is known.
      List<TableEffect> effects = judgement.effects(migration, number, this::isNew);
      List<Finding> read = new ArrayList<>();
      for (Statement part : parts) {
        Step step = new Step(migration, sql, part, part != whole, context);
        rules.stream().flatMap(rule -> rule.check(step)).forEach(read::add);
        step.statement(NotAnalysed.class).forEach(gap -> report(gap, step, suppressions));
        context.apply(part);
      }
      TraceJudgement.Judged judged =
          judgement.judge(
              new TraceJudgement.Reading(
                  migration,
                  sql,
                  number,
                  parts.isEmpty() ? List.of(whole) : parts,
                  whole instanceof DoBlock,
                  read),
              effects,
              this::isNew);
      judged.findings().stream()
          .filter(finding -> !allowed(finding, sql, suppressions))
          .forEach(findings::add);
      judged.refuted().stream()
          .filter(wrong -> !allowed(wrong.finding(), sql, suppressions))
          .map(TraceJudgement.Refuted::why)
          .forEach(refuted::add);
      analysed += parts.stream().noneMatch(NotAnalysed.class::isInstance) ? 1 : 0;
    }

    private boolean isNew(QualifiedName table) {
      return context.find(table).filter(Relation::isNew).isPresent();
    }

    private void report(NotAnalysed gap, Step step, Suppressions suppressions) {
      Finding finding =
          step.finding(
              Rules.NOT_ANALYSED,
              gap.span(),
              "this was not analysed: " + gap.reason(),
              "",
              "watch it run on a throwaway database: mvn schema:shadow-migrate");
      if (!allowed(finding, step.source(), suppressions)) {
        findings.add(finding);
        gaps.add(new LintResult.Gap(finding.location().orElseThrow(), gap.reason()));
      }
    }

    private boolean allowed(Finding finding, SqlStatement sql, Suppressions suppressions) {
      boolean allow = suppressions.allow(finding, sql);
      allowed += allow ? 1 : 0;
      return allow;
    }
  }
}
