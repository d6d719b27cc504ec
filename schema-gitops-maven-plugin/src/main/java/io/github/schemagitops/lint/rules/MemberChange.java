package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another list of members for an {@code ENUM} or {@code SET}, which is kept as numbers: only new
 * members at the end leave the numbers of the old ones as they are.
 *
 * @param table the table
 * @param action what says it
 * @param before the members so far
 * @param after the members from now on
 */
record MemberChange(
    QualifiedName table, AlterAction.RedefineColumn action, Members before, Members after) {

  /** What happens to the numbers. */
  enum Kind {
    REMOVED,
    REORDERED,
    INSERTED,
    /** More members than the numbers have room for. */
    GROWN,
    /** Appended, or the same. */
    HARMLESS
  }

  Kind kind() {
    if (!before.without(after).isEmpty()) {
      return Kind.REMOVED;
    }
    if (after.continues(before)) {
      return after.bytes() > before.bytes() ? Kind.GROWN : Kind.HARMLESS;
    }
    List<String> old = after.names().stream().filter(before.names()::contains).toList();
    return old.equals(before.names()) ? Kind.INSERTED : Kind.REORDERED;
  }

  String column() {
    return table + "." + QualifiedName.quoted(action.column());
  }

  private static Stream<MemberChange> in(Step step) {
    return step.alterations(AlterAction.RedefineColumn.class)
        .flatMap(it -> of(step, it.table(), it.action()).stream());
  }

  /** Empty unless both types are an {@code ENUM}, or both a {@code SET}. */
  static Optional<MemberChange> of(
      Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    Optional<Members> after = Members.of(action.definition().type());
    Optional<Members> before =
        step.schema().columnType(table, ColumnChange.nameBefore(step, action)).flatMap(Members::of);
    return before.isPresent()
            && after.filter(now -> now.kind().equals(before.get().kind())).isPresent()
        ? Optional.of(new MemberChange(table, action, before.get(), after.get()))
        : Optional.empty();
  }

  /** Findings about changes of one kind, which all copy the table. */
  static Stream<Finding> found(Rule rule, Step step, Kind kind, Words words) {
    return in(step)
        .filter(change -> change.kind() == kind)
        .flatMap(
            change ->
                AlterAlgorithm.copy(step)
                    .found(
                        rule,
                        step,
                        change.action().span(),
                        change.table(),
                        words.what(change),
                        words.help(change)));
  }

  /** What a rule says about a change. */
  interface Words {

    String what(MemberChange change);

    String help(MemberChange change);
  }
}
