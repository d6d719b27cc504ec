package io.github.schemagitops.finding;

/** How bad a finding is, mildest first. */
public enum Severity {
  /** Worth knowing; never fails a build. */
  INFO,
  /** Should be fixed; fails a build only when the user says so. */
  WARNING,
  /** Data loss, an outage-class lock or a sure failure. */
  ERROR;

  /** True when this severity is {@code floor} or worse. */
  public boolean atLeast(Severity floor) {
    return compareTo(floor) >= 0;
  }
}
