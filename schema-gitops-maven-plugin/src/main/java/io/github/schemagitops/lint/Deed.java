package io.github.schemagitops.lint;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A statement together with one effect that it had.
 *
 * @param statement what it says; one of them, if it is a block
 * @param sql its text, for words that the model of statements leaves out
 * @param effect what was seen
 */
record Deed(Statement statement, String sql, TableEffect effect) {

  private static final Set<String> POSTGRES_MODES =
      Set.of(
          "ACCESS SHARE",
          "ROW SHARE",
          "ROW EXCLUSIVE",
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  /**
   * True on MySQL and MariaDB, where a trace tells of algorithms in place of PostgreSQL's locks.
   */
  boolean isByAlgorithm() {
    return isByAlgorithm(effect);
  }

  static boolean isByAlgorithm(TableEffect effect) {
    return effect.lock().filter(lock -> !POSTGRES_MODES.contains(lock.mode())).isPresent();
  }

  boolean did(Work work) {
    return effect.work().contains(work);
  }

  boolean is(Class<? extends Statement> kind) {
    return kind.isInstance(statement);
  }

  /** True when one of an {@code ALTER TABLE}'s actions is so. */
  <A extends AlterAction> boolean alters(Class<A> kind, Predicate<A> how) {
    return actions().stream().filter(kind::isInstance).map(kind::cast).anyMatch(how);
  }

  boolean alters(Class<? extends AlterAction> kind) {
    return actions().stream().anyMatch(kind::isInstance);
  }

  <C extends Constraint> boolean constrains(Class<C> kind, Predicate<C> how) {
    return alters(
        AlterAction.AddConstraint.class,
        add ->
            Optional.of(add.constraint())
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(how)
                .isPresent());
  }

  boolean constrains(Class<? extends Constraint> kind) {
    return constrains(kind, constraint -> true);
  }

  boolean addsColumn(Predicate<ColumnDefinition> how) {
    return alters(AlterAction.AddColumn.class, add -> how.test(add.column()));
  }

  boolean addsColumnWith(Class<? extends Constraint> kind) {
    return addsColumn(column -> column.constraints().stream().anyMatch(kind::isInstance));
  }

  /** True when it writes storage anew in one of these ways. */
  boolean maintains(Maintenance.Kind... kinds) {
    return statement instanceof Maintenance work && List.of(kinds).contains(work.kind());
  }

  /** True when the text has the pattern in it, whatever the case of its letters. */
  boolean says(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(sql).find();
  }

  private List<AlterAction> actions() {
    return statement instanceof AlterTable alter ? alter.actions() : List.of();
  }
}
