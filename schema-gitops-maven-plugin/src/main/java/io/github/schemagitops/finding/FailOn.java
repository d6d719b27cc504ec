package io.github.schemagitops.finding;

/** From which severity on findings fail a goal. */
public enum FailOn {
  WARNING,
  ERROR,
  /** Findings never fail a goal; drift, failed migrations and unseen objects still do. */
  NEVER;

  /** True when a finding of this severity fails the goal. */
  public boolean failsAt(Severity severity) {
    return this != NEVER && severity.atLeast(this == WARNING ? Severity.WARNING : Severity.ERROR);
  }
}
