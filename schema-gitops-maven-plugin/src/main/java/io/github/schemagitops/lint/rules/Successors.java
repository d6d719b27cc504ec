package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;

/** What takes over the name of something that is renamed. */
final class Successors {

  private Successors() {}

  /**
   * True when the same file gives the old name to something else, so that nobody misses it: a view
   * of what has the new name, or the table that was filled to take its place.
   *
   * @param from the old name
   * @param to the new name, without schema
   */
  static boolean keepName(Step step, QualifiedName from, String to) {
    return step.after().stream()
        .map(Part::statement)
        .anyMatch(later -> shows(step, later, from, to) || takesPlace(step, later, from));
  }

  private static boolean shows(Step step, Statement later, QualifiedName from, String to) {
    return later instanceof CreateView view
        && same(step, view.name(), from)
        && (view.from().isEmpty()
            || view.from().stream().anyMatch(source -> source.name().equals(to)));
  }

  private static boolean takesPlace(Step step, Statement later, QualifiedName from) {
    if (later instanceof AlterTable alter) {
      return alter.actions().stream()
          .anyMatch(
              action ->
                  action instanceof AlterAction.RenameTable rename
                      && same(step, alter.table().renamed(rename.to()), from));
    }
    return later instanceof RenameObject rename
        && same(step, rename.from().renamed(rename.to()), from);
  }

  private static boolean same(Step step, QualifiedName one, QualifiedName other) {
    return step.schema().resolve(one).name().equals(step.schema().resolve(other).name())
        && (one.schema().isEmpty()
            || other.schema().isEmpty()
            || one.schema().equals(other.schema()));
  }
}
