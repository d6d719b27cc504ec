package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.SchemaDiff;
import java.util.List;
import java.util.Optional;

/**
 * What throwaway databases said of a {@link ReconcilePlan}.
 *
 * @param steps the whole revert script, in the order in which it runs
 * @param unproven objects whose drift no proven statement takes back
 * @param left drift that is still there after the statements that run: from expected to what is
 *     there then
 * @param adoption of the script for the other way
 */
public record Proof(
    List<Step> steps, List<Unproven> unproven, SchemaDiff left, AdoptProof adoption) {

  public Proof {
    steps = List.copyOf(steps);
    unproven = List.copyOf(unproven);
  }

  /** What is to become of a statement. */
  public enum Status {
    /** It is proven, together with all others that run, and nothing can be lost. */
    RUNS,
    /** It is proven together with the whole script, and needs a permission, or what needs one. */
    FENCED,
    /** It does not run on a throwaway database, or does not lead where it should. */
    UNPROVEN
  }

  /**
   * A statement of the revert script.
   *
   * @param reason why it does not run; empty when it does
   */
  public record Step(RepairStatement statement, Status status, String reason) {}

  /**
   * A difference that cannot be taken back for sure.
   *
   * @param object its title
   * @param reason one phrase
   */
  public record Unproven(String object, String reason) {}

  /**
   * The migration for the other way.
   *
   * @param migration what was run; empty when there is nothing that could be
   * @param proven true when it led from the expected schema to the actual one
   * @param reason why not; empty when it did
   */
  public record AdoptProof(Optional<AdoptMigration> migration, boolean proven, String reason) {}

  /** True when the whole script leads from the actual schema to the expected one. */
  public boolean complete() {
    return unproven.isEmpty();
  }

  /** The statements that run: proven as exactly this list. */
  public List<RepairStatement> runnable() {
    return with(Status.RUNS);
  }

  /** The statements of that status, in order. */
  public List<RepairStatement> with(Status status) {
    return steps.stream().filter(s -> s.status() == status).map(Step::statement).toList();
  }
}
