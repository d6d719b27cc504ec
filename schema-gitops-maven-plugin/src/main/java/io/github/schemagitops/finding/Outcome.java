package io.github.schemagitops.finding;

import java.util.Collection;

/**
 * Verdict and exit code of a run. The one place where failure is decided: rules, checks and goals
 * only say what they saw.
 */
public record Outcome(Verdict verdict, ExitCode exitCode) {

  /**
   * Decides from findings.
   *
   * @param findings what was found
   * @param failOn the mildest severity that fails
   * @param anythingUnseen true when something could not be looked at
   */
  public static Outcome of(Collection<Finding> findings, FailOn failOn, boolean anythingUnseen) {
    if (findings.stream().anyMatch(f -> failOn.failsAt(f.severity()))) {
      return new Outcome(Verdict.FAILED, ExitCode.FINDINGS);
    }
    if (anythingUnseen) {
      return new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN);
    }
    boolean warned = findings.stream().anyMatch(f -> f.severity().atLeast(Severity.WARNING));
    return new Outcome(warned ? Verdict.WARNED : Verdict.PASSED, ExitCode.OK);
  }

  /**
   * Like {@link #of}, but errors fail even where findings never do: a migration that does not run
   * is no matter of taste.
   */
  public static Outcome ofRun(Collection<Finding> findings, FailOn failOn, boolean anythingUnseen) {
    boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return of(findings, errors ? FailOn.ERROR : failOn, anythingUnseen);
  }
}
