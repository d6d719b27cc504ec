package io.github.schemagitops.goal;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.drift.Proof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.Proof.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of {@code revert.sql}. What stands in it plainly is proven as exactly that list; all the
 * rest is commented out, and says why.
 */
final class RevertScript {

  private final Dialect dialect;
  private final StringBuilder text = new StringBuilder();
  private boolean inTransaction;

  private RevertScript(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Writes it.
   *
   * @param header comment lines at its top, without the dashes
   */
  static String of(Proof proof, List<String> header, Dialect dialect) {
    return new RevertScript(dialect).write(proof, header);
  }

  private String write(Proof proof, List<String> header) {
    header.forEach(this::comment);
    comment("Proof:     " + verdict(proof));
    proof.unproven().forEach(u -> comment("           %s: %s".formatted(u.object(), u.reason())));
    for (Step step : proof.steps()) {
      text.append('\n');
      if (step.status() == Status.RUNS) {
        plainly(step);
      } else {
        fenced(step);
      }
    }
    endTransaction();
    return text.toString();
  }

  private static String verdict(Proof proof) {
    if (!proof.complete()) {
      return "NOT COMPLETE. What is not proven is commented out:";
    }
    return "proven on throwaway databases: the whole script leads from the actual schema to the"
        + " expected one";
  }

  private void plainly(Step step) {
    if (!step.statement().transactional()) {
      endTransaction();
    } else if (dialect.rollsBackDdl() && !inTransaction) {
      text.append("BEGIN;\n\n");
      inTransaction = true;
    }
    comment(step.statement().object());
    text.append(dialect.inScript(step.statement().sql())).append('\n');
  }

  private void fenced(Step step) {
    comment(step.statement().object());
    if (step.status() == Status.UNPROVEN) {
      comment("NOT PROVEN: " + step.reason());
    } else if (step.statement().isSafe()) {
      comment("FENCED: " + step.reason());
    } else {
      comment(
          "FENCED (%s). To have it run: %s"
              .formatted(
                  hazards(step), AllowedHazards.option(step.statement().hazards().stream())));
    }
    dialect.inScript(step.statement().sql()).lines().forEach(this::comment);
  }

  private static String hazards(Step step) {
    return step.statement().hazards().stream()
        .map(Hazard::id)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void endTransaction() {
    if (inTransaction) {
      text.append("\nCOMMIT;\n");
      inTransaction = false;
    }
  }

  private void comment(String line) {
    text.append(("-- " + line.replaceAll("\\R", " ")).stripTrailing()).append('\n');
  }
}
