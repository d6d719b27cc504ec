package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;

/** How a part gets another definition. */
sealed interface Repair {

  /**
   * By statements that keep it.
   *
   * @param disturbs true when the server refuses them while something reads it
   */
  record InPlace(List<RepairStatement> statements, boolean disturbs) implements Repair {

    public InPlace {
      statements = List.copyOf(statements);
    }
  }

  /** It goes, with all that needs it, and is made again. */
  record Anew() implements Repair {}

  /** A type that steps aside, so that columns can change from it to its successor. */
  record Succession() implements Repair {}

  /**
   * Not at all.
   *
   * @param reason a phrase
   */
  record Impossible(String reason) implements Repair {}

  static Repair inPlace(List<RepairStatement> statements) {
    return new InPlace(statements, false);
  }

  static Repair inPlace(RepairStatement... statements) {
    return new InPlace(List.of(statements), false);
  }
}
