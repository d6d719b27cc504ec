package io.github.schemagitops.finding;

/** What a goal concluded. Only {@link #PASSED} and {@link #WARNED} let a build go on. */
public enum Verdict {
  /** Everything was looked at and nothing is wrong. */
  PASSED,
  /** Findings, but none at or above the severity that fails. */
  WARNED,
  /** The user's migrations or database are at fault. */
  FAILED,
  /** The database is not what Git says. */
  DRIFTED,
  /** Something could not be seen or compared, so nothing can be promised. */
  UNKNOWN,
  /** The work could not be done. */
  ERROR;

  /** True for the verdicts that let a build go on. */
  public boolean green() {
    return this == PASSED || this == WARNED;
  }
}
