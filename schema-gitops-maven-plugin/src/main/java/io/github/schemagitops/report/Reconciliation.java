package io.github.schemagitops.report;

import java.util.List;
import java.util.Optional;

/**
 * The scripts that reconcile a drift.
 *
 * @param proven true when the whole revert script leads from the actual schema to the expected one
 * @param statements of the revert script, in order
 * @param unproven what it does not take back for sure
 * @param remains titles of the objects whose drift is there still, or would be after the statements
 *     that run
 * @param adopt the migration for the other way, when there is one
 * @param files paths of the scripts, by name, relative to the project
 */
public record Reconciliation(
    boolean proven,
    List<Statement> statements,
    List<Unproven> unproven,
    List<String> remains,
    Optional<Adopt> adopt,
    List<String> files) {

  public Reconciliation {
    statements = List.copyOf(statements);
    unproven = List.copyOf(unproven);
    remains = List.copyOf(remains);
    files = List.copyOf(files);
  }

  /**
   * One statement.
   *
   * @param object title of the object that it is about
   * @param hazards ids of what it may destroy
   * @param status what becomes of it
   * @param reason why it does not run; empty when it does
   * @param applied true when this run applied it
   */
  public record Statement(
      String sql,
      String object,
      List<String> hazards,
      Status status,
      String reason,
      boolean applied) {

    public Statement {
      hazards = List.copyOf(hazards);
    }

    /** The same statement after it was applied. */
    Statement done() {
      return new Statement(sql, object, hazards, status, reason, true);
    }
  }

  /** What becomes of a statement. */
  public enum Status {
    RUNS,
    FENCED,
    UNPROVEN
  }

  /** A difference without a proven repair. */
  public record Unproven(String object, String reason) {}

  /**
   * The migration that takes the drift into Git.
   *
   * @param file its name
   * @param proven true when it leads from the expected schema to the actual one
   * @param reason why not; empty when it does
   */
  public record Adopt(String file, boolean proven, String reason) {}

  /** How many statements are of that status. */
  public int count(Status status) {
    return (int) statements.stream().filter(s -> s.status() == status).count();
  }

  /**
   * The same after statements were applied.
   *
   * @param applied the texts of those whose effect lasts
   * @param left titles of the objects whose drift is there still
   */
  public Reconciliation applied(List<String> applied, List<String> left) {
    return new Reconciliation(
        proven,
        statements.stream().map(s -> applied.contains(s.sql()) ? s.done() : s).toList(),
        unproven,
        left,
        adopt,
        files);
  }
}
