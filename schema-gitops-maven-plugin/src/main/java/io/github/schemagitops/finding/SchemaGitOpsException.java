package io.github.schemagitops.finding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work could not be done, or must not be: one line of cause, one line of remedy, an exit code.
 * Problems in the user's migrations are {@linkplain Finding findings}, not exceptions; a migration
 * that fails on a database is both too late for a finding and worth its own exit code, so it comes
 * this way too.
 */
public final class SchemaGitOpsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;
  private final String remedy;
  private final transient Optional<Location> location;

  public SchemaGitOpsException(
      Outcome outcome,
      String message,
      String remedy,
      Optional<Location> location,
      @Nullable Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
    this.remedy = remedy;
    this.location = location;
  }

  /** Configuration or input that cannot be used: exit code 2. */
  public static SchemaGitOpsException badInput(String message, String remedy) {
    return error(ExitCode.FINDINGS, message, remedy, null);
  }

  /** Like {@link #badInput(String, String)}, with the place of the mistake. */
  public static SchemaGitOpsException badInput(Location location, String message, String remedy) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.ERROR, ExitCode.FINDINGS),
        message,
        remedy,
        Optional.of(location),
        null);
  }

  /** A guard said no: exit code 4. */
  public static SchemaGitOpsException refused(String message, String remedy) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.FAILED, ExitCode.REFUSED), message, remedy, Optional.empty(), null);
  }

  /** Any other trouble, with the exit code that names it. */
  public static SchemaGitOpsException error(
      ExitCode exitCode, String message, String remedy, @Nullable Throwable cause) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.ERROR, exitCode), message, remedy, Optional.empty(), cause);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** What to do next, starting with a verb. */
  public String remedy() {
    return remedy;
  }

  public Optional<Location> location() {
    return location;
  }
}
