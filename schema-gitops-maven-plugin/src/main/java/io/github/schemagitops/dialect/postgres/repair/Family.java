package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;
import java.util.Optional;

/** Writes the statements for some kinds of objects. */
interface Family {

  /** Statements that make a part, in a schema that has everything it needs. */
  List<RepairStatement> create(Part part);

  /** Statements that take a part away, from a schema where nothing needs it any more. */
  List<RepairStatement> drop(Part part);

  /** How one definition becomes another. */
  Repair change(Part before, Part after);

  /** Why a part cannot be made, as a phrase; empty when it can. */
  default Optional<String> refusal(Part part) {
    return Optional.empty();
  }
}
