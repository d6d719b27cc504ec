package io.github.schemagitops.report;

import java.util.List;

/**
 * What came of undoing a migration right after it ran.
 *
 * @param verdict whether the schema was as before
 * @param losesData what of the data the way there and back does not keep, one phrase each
 */
public record UndoProof(Verdict verdict, List<String> losesData) {

  public UndoProof {
    losesData = List.copyOf(losesData);
  }

  /** How it ended. */
  public enum Verdict {
    OK,
    /** The schema afterwards is another one than before the migration. */
    DIFFERS,
    /** The undo script, or the migration after it, did not run. */
    FAILED
  }

  /** For people, for instance {@code undo ok, loses data: column public.orders.note}. */
  public String words() {
    String text =
        switch (verdict) {
          case OK -> "undo ok";
          case DIFFERS -> "undo does not lead back";
          case FAILED -> "undo FAILED";
        };
    return losesData.isEmpty() ? text : text + ", loses data: " + String.join(", ", losesData);
  }
}
