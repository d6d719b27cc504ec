package io.github.schemagitops.finding;

/** The process exit codes of the command line, also written to {@code verdict.json}. */
public enum ExitCode {
  OK(0),
  INTERNAL_ERROR(1),
  /** Findings at or above {@code failOn}, or bad input. */
  FINDINGS(2),
  DRIFT(3),
  /** Refused by a guard: wrong environment, not writable, policy. */
  REFUSED(4),
  LOCK_NOT_ACQUIRED(5),
  UNREACHABLE(6),
  /** A migration failed and was rolled back completely. */
  MIGRATION_FAILED(7),
  /** A migration failed and left something behind. */
  PARTIAL(8),
  /** Not everything could be seen. */
  UNKNOWN(9);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number a process exits with. */
  public int code() {
    return code;
  }
}
