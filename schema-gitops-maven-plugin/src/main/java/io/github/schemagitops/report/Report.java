package io.github.schemagitops.report;

import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.IgnoredChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything a goal has to say, complete: a writer needs nothing else.
 *
 * @param goal for instance {@code lint}
 * @param outcome verdict and exit code
 * @param subject what was looked at, for the first line
 * @param headline the answer in one line, without the verdict
 * @param remedy what to do next; empty when nothing is
 * @param findings sorted
 * @param compared what was compared, one phrase each
 * @param notCompared what was not, with the reason, without doubting the rest
 * @param unknown what should have been seen but was not: reasons for {@code UNKNOWN}
 * @param environment id of the environment concerned
 * @param server product and version of the server concerned
 * @param migrations how many
 * @param runs migrations that were run, in order
 * @param rows of the tables before and after, where seed data was loaded
 * @param changes differences between schemas, when some were compared
 * @param reconciliation the scripts that reconcile a drift, and what was proven of them
 * @param ignored differences that a rule lets pass
 * @param commit full id of the commit that is checked out
 * @param steps what was done, in order
 * @param notes where settings came from, what was left aside
 * @param duration of the whole goal
 */
public record Report(
    String goal,
    Outcome outcome,
    String subject,
    String headline,
    String remedy,
    List<Finding> findings,
    List<String> compared,
    List<String> notCompared,
    List<String> unknown,
    Optional<String> environment,
    Optional<String> server,
    MigrationCounts migrations,
    List<MigrationRun> runs,
    List<RowCount> rows,
    Optional<SchemaChanges> changes,
    Optional<Reconciliation> reconciliation,
    List<IgnoredChange> ignored,
    Optional<String> commit,
    List<Step> steps,
    List<String> notes,
    Duration duration) {

  /** How many findings are of that severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(f -> f.severity() == severity).count();
  }

  /** The answer in one line: what Maven prints when the build fails. */
  public String answer() {
    return outcome.verdict() + ": " + headline;
  }

  /**
   * The same with what came of telling others about it. Warnings make green yellow, and fail where
   * the user wants them to; they never hide what the goal has found.
   */
  public Report with(Collection<Finding> more, Collection<String> moreNotes, FailOn failOn) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(moreNotes);
    Outcome after = outcome.verdict().green() ? Outcome.of(all, failOn, false) : outcome;
    return new Report(
        goal,
        after,
        subject,
        headline,
        remedy,
        all.stream().sorted().toList(),
        compared,
        notCompared,
        unknown,
        environment,
        server,
        migrations,
        runs,
        rows,
        changes,
        reconciliation,
        ignored,
        commit,
        steps,
        List.copyOf(allNotes),
        duration);
  }

  /** Starts a report. */
  public static Builder of(String goal) {
    return new Builder(goal);
  }

  /** Collects a report while a goal runs. */
  public static final class Builder {

    private final String goal;
    private final long started = System.nanoTime();
    private String subject = "";
    private String remedy = "";
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> compared = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private Optional<String> environment = Optional.empty();
    private Optional<String> server = Optional.empty();
    private MigrationCounts migrations = MigrationCounts.NONE;
    private final List<MigrationRun> runs = new ArrayList<>();
    private final List<RowCount> rows = new ArrayList<>();
    private Optional<SchemaChanges> changes = Optional.empty();
    private Optional<Reconciliation> reconciliation = Optional.empty();
    private final List<IgnoredChange> ignored = new ArrayList<>();
    private Optional<String> commit = Optional.empty();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String goal) {
      this.goal = goal;
    }

    /** What is looked at; empty phrases are skipped. */
    public Builder subject(String... phrases) {
      this.subject =
          String.join(" · ", List.of(phrases).stream().filter(p -> !p.isBlank()).toList());
      return this;
    }

    public Builder remedy(String text) {
      this.remedy = text;
      return this;
    }

    public Builder findings(Collection<Finding> more) {
      findings.addAll(more);
      return this;
    }

    /** What was compared last; an earlier comparison of the same run counts no more. */
    public Builder compared(Collection<String> phrases) {
      compared.clear();
      compared.addAll(phrases);
      return this;
    }

    public Builder notCompared(Collection<String> phrases) {
      notCompared.addAll(phrases);
      return this;
    }

    public Builder unknown(Collection<String> reasons) {
      unknown.addAll(reasons);
      return this;
    }

    public Builder environment(String id) {
      this.environment = Optional.of(id);
      return this;
    }

    public Builder server(String title) {
      this.server = Optional.of(title);
      return this;
    }

    public Builder migrations(MigrationCounts counts) {
      this.migrations = counts;
      return this;
    }

    public Builder runs(Collection<MigrationRun> more) {
      runs.addAll(more);
      return this;
    }

    public Builder rows(Collection<RowCount> more) {
      rows.addAll(more);
      return this;
    }

    public Builder changes(SchemaChanges comparison) {
      this.changes = Optional.of(comparison);
      return this;
    }

    public Builder reconciliation(Reconciliation part) {
      this.reconciliation = Optional.of(part);
      return this;
    }

    /** What was ignored last; an earlier comparison of the same run counts no more. */
    public Builder ignored(Collection<IgnoredChange> changes) {
      ignored.clear();
      ignored.addAll(changes);
      return this;
    }

    public Builder commit(Optional<String> id) {
      this.commit = id;
      return this;
    }

    public Builder step(String label, String text) {
      steps.add(new Step(label, text));
      return this;
    }

    public Builder notes(Collection<String> more) {
      notes.addAll(more);
      return this;
    }

    /** Paths of the scripts that were written. */
    public List<String> reconciliationFiles() {
      return reconciliation.map(Reconciliation::files).orElse(List.of());
    }

    /** What was found so far. */
    public List<Finding> findings() {
      return List.copyOf(findings);
    }

    /** True when something could not be seen so far. */
    public boolean anythingUnknown() {
      return !unknown.isEmpty();
    }

    /** What was said so far to be unknown. */
    public List<String> unknown() {
      return List.copyOf(unknown);
    }

    public Report finish(Outcome outcome, String headline) {
      return new Report(
          goal,
          outcome,
          subject,
          headline,
          remedy,
          findings.stream().sorted().toList(),
          List.copyOf(compared),
          List.copyOf(notCompared),
          List.copyOf(unknown),
          environment,
          server,
          migrations,
          List.copyOf(runs),
          List.copyOf(rows),
          changes,
          reconciliation,
          List.copyOf(ignored),
          commit,
          List.copyOf(steps),
          List.copyOf(notes),
          Duration.ofNanos(System.nanoTime() - started));
    }
  }
}
