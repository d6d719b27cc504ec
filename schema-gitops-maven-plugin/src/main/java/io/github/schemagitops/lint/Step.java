package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One statement of a new migration, and what is known at the moment it runs. "This change" is all
 * new migrations together, in the order they run: what they create, nobody uses yet.
 */
public final class Step {

  private final ChangedFile file;
  private final int index;
  private final List<ChangedFile> change;
  private final LintSettings settings;
  private final KnownSchema schema;
  private final List<HeldLock> held;
  private final List<HeldLock> taken;

  /**
   * A step.
   *
   * @param file the migration
   * @param index 0-based position among what it does
   * @param change all new migrations in the order they run
   * @param schema what is known before it
   * @param held locks on older tables that earlier statements of the same transaction took
   * @param taken locks on older tables that earlier statements of the file took
   */
  Step(
      ChangedFile file,
      int index,
      List<ChangedFile> change,
      LintSettings settings,
      KnownSchema schema,
      List<HeldLock> held,
      List<HeldLock> taken) {
    this.file = file;
    this.index = index;
    this.change = change;
    this.settings = settings;
    this.schema = schema;
    this.held = List.copyOf(held);
    this.taken = List.copyOf(taken);
  }

  public Migration migration() {
    return file.migration();
  }

  private Part part() {
    return file.parts().get(index);
  }

  /** The SQL the statement stands in: a {@code DO} block's statements share one. */
  public SqlStatement source() {
    return part().sql();
  }

  /** The statement. */
  public Statement statement() {
    return part().statement();
  }

  /** The statement, if it is of that kind. */
  public <S extends Statement> Stream<S> statement(Class<S> kind) {
    return kind.isInstance(statement()) ? Stream.of(kind.cast(statement())) : Stream.empty();
  }

  /** What an {@code ALTER TABLE} does of that kind, each with its table. */
  public <A extends AlterAction> Stream<Alteration<A>> alterations(Class<A> kind) {
    return statement(AlterTable.class)
        .flatMap(
            alter ->
                alter.actions().stream()
                    .filter(kind::isInstance)
                    .map(action -> new Alteration<>(alter.table(), kind.cast(action))));
  }

  /**
   * One action of an {@code ALTER TABLE}.
   *
   * @param <A> what is done
   * @param table to which table
   * @param action the action
   */
  public record Alteration<A extends AlterAction>(QualifiedName table, A action) {}

  /** What is known of the schema before this statement. */
  public KnownSchema schema() {
    return schema;
  }

  /** True when the table did not exist before this change. */
  public boolean createdInThisChange(QualifiedName table) {
    return schema.isNew(table);
  }

  /** Product that the migrations are written for. */
  public Database database() {
    return settings.database();
  }

  /** Version of its servers. */
  public ServerVersion version() {
    return settings.version();
  }

  /** How migrations are run. */
  public LintSettings.Execution execution() {
    return settings.execution();
  }

  /** A rule's parameter, as the project sets it or by default. */
  public String parameter(Rule rule, String name) {
    String defaultValue =
        rule.info().parameters().stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst()
            .orElseThrow()
            .defaultValue();
    return settings.of(rule.info()).parameters().getOrDefault(name, defaultValue);
  }

  /** True when the engine wraps the whole file in one transaction. */
  public boolean runsInTransaction() {
    return migration().inTransaction();
  }

  /** True when the statement stands in a block, or in a routine that is called here. */
  public boolean insideBlock() {
    return part().nested();
  }

  /** What the file does before this statement, in order. */
  public List<Part> before() {
    return file.parts().subList(0, index);
  }

  /** What the file does after this statement, in order. */
  public List<Part> after() {
    return file.parts().subList(index + 1, file.parts().size());
  }

  /**
   * What the transaction of this statement has done before it, in order. Outside of a transaction
   * that is what the same block has done.
   */
  public List<Part> earlierInTransaction() {
    boolean inTransaction = runsInTransaction();
    List<Part> earlier = new ArrayList<>();
    for (Part part : before()) {
      if (part.statement() instanceof TransactionControl control) {
        if (control.kind() == TransactionControl.Kind.BEGIN) {
          inTransaction = true;
        } else if (control.kind() != TransactionControl.Kind.SAVEPOINT) {
          inTransaction = false;
          earlier.clear();
        }
      } else if (inTransaction || part.number() == part().number()) {
        earlier.add(part);
      }
    }
    return List.copyOf(earlier);
  }

  /** What the change does after this statement, in this file and the later ones, in order. */
  public Stream<Statement> later() {
    return Stream.concat(
            after().stream(), laterFiles().stream().flatMap(later -> later.parts().stream()))
        .map(Part::statement);
  }

  /**
   * True when the session or an earlier statement of the file limits how long a lock is awaited.
   */
  public boolean limitsLockWaits() {
    String variable = database() == Database.POSTGRESQL ? "lock_timeout" : "lock_wait_timeout";
    return execution().sets(variable)
        || before().stream()
            .map(Part::statement)
            .anyMatch(s -> s instanceof SetVariable set && set.name().equals(variable));
  }

  /** True when the project has a script that undoes this migration. */
  public boolean hasUndo() {
    return settings.undone().contains(migration().path());
  }

  /** True when this is the first thing that the file does. */
  public boolean isFirst() {
    return index == 0;
  }

  /** True when the file does nothing else. */
  public boolean isAlone() {
    return file.parts().size() == 1;
  }

  /** The file beside this migration that makes the engine run it without a transaction. */
  public Fix.NewFile withoutTransaction() {
    return new Fix.NewFile(migration().path() + ".conf", "executeInTransaction=false\n");
  }

  /** All that the file does, in order. */
  public ChangedFile file() {
    return file;
  }

  /** The new migrations that run after this one, in order. */
  public List<ChangedFile> laterFiles() {
    return change.subList(change.indexOf(file) + 1, change.size());
  }

  /** The new migrations that run before this one, in order. */
  public List<ChangedFile> earlierFiles() {
    return change.subList(0, change.indexOf(file));
  }

  /** Locks on older tables that earlier statements of the same transaction took and still hold. */
  public List<HeldLock> held() {
    return held;
  }

  /** Locks on older tables that earlier statements of the file took, whether still held or not. */
  public List<HeldLock> taken() {
    return taken;
  }

  /** Locks on older tables that this statement takes. */
  public List<HeldLock> locks() {
    return schema.locks(statement(), source().line());
  }

  /**
   * A finding of a rule.
   *
   * @param span the guilty words
   * @param object the table or other object concerned
   * @param message what goes wrong, in one sentence
   * @param note what stands beside the marked words: the lock and what it blocks
   * @param help what to do, starting with a verb
   */
  public Finding finding(
      Rule rule, Span span, QualifiedName object, String message, String note, String help) {
    return finding(rule.info(), span, message, note, help).about(object.toString());
  }

  /** Like the other, about no database object. */
  public Finding finding(Rule rule, Span span, String message, String note, String help) {
    return finding(rule.info(), span, message, note, help);
  }

  Finding finding(RuleInfo rule, Span span, String message, String note, String help) {
    Place place = Place.of(migration(), source(), part().call().orElse(span));
    return Finding.at(place.location(), rule.id(), rule.severity(), message, help)
        .showing(place.frame(note));
  }

  /**
   * A fix that writes something behind a stretch; empty when the stretch does not stand in the file
   * as it runs, because of a placeholder or a line's end.
   */
  public Optional<Fix> append(Span span, String text, String description) {
    // The last character is enough to find the place.
    Span last = new Span(span.end() - 1, 1);
    return exactly(last)
        .filter(at -> exact(span))
        .map(at -> new Fix.Edit(at.moved(1), 0, text))
        .map(edit -> Fix.of(description, edit));
  }

  /** A fix that replaces a stretch, which must stand on one line. */
  public Optional<Fix> replace(Span span, String text, String description) {
    return exactly(span).map(at -> Fix.of(description, new Fix.Edit(at, span.length(), text)));
  }

  private boolean exact(Span span) {
    String sql = span.in(source().sql());
    String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
    Span end = new Span(span.end() - lastLine.length(), Math.max(1, lastLine.length()));
    return exactly(end).isPresent();
  }

  private Optional<Location> exactly(Span span) {
    return part().call().isPresent()
        ? Optional.empty()
        : Place.exactly(migration(), source(), span);
  }
}
