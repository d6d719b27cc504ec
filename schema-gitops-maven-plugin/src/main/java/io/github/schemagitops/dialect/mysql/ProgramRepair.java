package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Functions, procedures and events: a change is a new one. MariaDB can replace a routine, which
 * keeps the privileges on it; everywhere else they go with the old one.
 */
final class ProgramRepair {

  /** What every aggregate of MariaDB has and nothing else may. */
  private static final Pattern AGGREGATE =
      Pattern.compile("\\bfetch\\s+group\\s+next\\s+row\\b", Pattern.CASE_INSENSITIVE);

  private final RepairGoal goal;
  private final RepairStatements out;

  ProgramRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
  }

  void run() {
    run(ObjectKind.FUNCTION, RepairPhase.ROUTINES);
    run(ObjectKind.PROCEDURE, RepairPhase.ROUTINES);
    run(ObjectKind.EVENT, RepairPhase.EVENTS);
  }

  private void run(ObjectKind kind, RepairPhase phase) {
    String word = kind.label().toUpperCase(Locale.ROOT);
    Stream.concat(goal.removed(kind).stream(), goal.changed(kind).stream())
        .filter(program -> isWritable(program) || !goal.goal().containsKey(program.title()))
        .filter(program -> !isReplaced(program))
        .forEach(
            program ->
                out.add(
                    RepairPhase.DROP_PROGRAMS,
                    "DROP %s %s".formatted(word, program.name()),
                    program.title(),
                    hazards(program)));
    Stream.concat(goal.added(kind).stream(), goal.changed(kind).stream())
        .forEach(program -> create(program, word, phase));
    for (SchemaObject program : goal.goal().values()) {
      boolean same =
          program.kind() == kind
              && goal.from().containsKey(program.title())
              && goal.before(program).equals(program.definition());
      if (same && goal.isCommentChanged(program)) {
        out.add(
            phase,
            "ALTER %s %s COMMENT %s"
                .formatted(word, program.name(), ServerText.literal(goal.comment(program))),
            "comment " + program.title());
      }
    }
  }

  private boolean isReplaced(SchemaObject program) {
    return goal.mariaDb()
        && program.kind() != ObjectKind.EVENT
        && goal.goal().containsKey(program.title())
        && goal.from().containsKey(program.title());
  }

  /** Where privileges were not read, nobody knows what to grant again. */
  private Set<Hazard> hazards(SchemaObject program) {
    return goal.losesPrivileges(program) && !goal.privileges()
        ? Set.of(Hazard.CHANGE_PRIVILEGES)
        : Set.of();
  }

  private static boolean isWritable(SchemaObject program) {
    return ProgramText.of(program.definition())
        .filter(text -> !text.body().isBlank() && !text.head().startsWith("ON SCHEDULE ONCE"))
        .isPresent();
  }

  private void create(SchemaObject program, String word, RepairPhase phase) {
    Optional<ProgramText> parsed = ProgramText.of(program.definition());
    if (parsed.isEmpty() || !isWritable(program)) {
      out.impossible(
          program.title(),
          program.kind() == ObjectKind.EVENT
              ? "its time is counted from when it is made"
              : "its body was hidden from the login");
      return;
    }
    ProgramText text = parsed.get();
    String comment = goal.comment(program);
    String clause = comment.isEmpty() ? "" : " COMMENT " + ServerText.literal(comment);
    boolean aggregate =
        program.kind() == ObjectKind.FUNCTION && AGGREGATE.matcher(text.body()).find();
    out.add(
        phase,
        text.settings(),
        program.kind() == ObjectKind.EVENT
            ? "CREATE %sEVENT %s %s%s %s"
                .formatted(text.definer(), program.name(), text.schedule(), clause, text.body())
            : "CREATE %s%s%s%s %s %s%s\n%s"
                .formatted(
                    isReplaced(program) ? "OR REPLACE " : "",
                    text.definer(),
                    aggregate ? "AGGREGATE " : "",
                    word,
                    program.name(),
                    text.head(),
                    clause,
                    text.body()),
        program.title(),
        hazards(program));
  }
}
