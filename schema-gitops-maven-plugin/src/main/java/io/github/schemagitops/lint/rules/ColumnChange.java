package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another definition of a column means for its rows, on MySQL and MariaDB; measured on MySQL
 * 9.7 and MariaDB 11.8.
 *
 * @param database the product
 * @param table the table before
 * @param before the column before
 * @param after the column from now on
 */
record ColumnChange(
    Database database, Relation table, ColumnDefinition before, ColumnDefinition after) {

  /** Whatever is kept, up to this many bytes need one byte for their length. */
  private static final int SHORT = 255;

  /** MariaDB lengthens values up to this many bytes without a copy. */
  private static final int EXTENSIBLE = 127;

  private static final Map<String, Integer> BYTES_OF_A_CHARACTER =
      Map.of("utf8mb4", 4, "utf8mb3", 3, "utf16", 4, "utf32", 4, "ucs2", 2);

  private static final String DEFAULT_CHARSET = "utf8mb4";

  /** Lengths and digits that a type has when none are written. */
  private static final Map<String, List<Integer>> DEFAULTS =
      Map.of(
          "decimal", List.of(10, 0),
          "char", List.of(1),
          "binary", List.of(1),
          "bit", List.of(1),
          "datetime", List.of(0),
          "timestamp", List.of(0),
          "time", List.of(0));

  /** What happens to the rows. */
  enum Kind {
    /** They stay as they are. */
    NONE,
    /** Their length needs a second byte. */
    CROSSES_255,
    COPY
  }

  /** Empty when no migration tells what the column was. */
  static Optional<ColumnChange> of(
      Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    return step.schema()
        .table(table)
        .flatMap(
            relation ->
                relation
                    .column(nameBefore(step, action))
                    .map(
                        old ->
                            new ColumnChange(
                                step.database(), relation, old.definition(), action.definition())));
  }

  /** {@code CHANGE} may give the column another name at the same time. */
  static String nameBefore(Step step, AlterAction.RedefineColumn action) {
    return step.alterations(AlterAction.RenameColumn.class)
        .filter(it -> it.action().to().equals(action.column()))
        .map(it -> it.action().from())
        .findFirst()
        .orElse(action.column());
  }

  /** True when the column, or its table, came with this change. */
  static boolean isNew(Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    return step.schema().isNew(table, nameBefore(step, action));
  }

  Kind kind() {
    boolean stored = is(before, Generation.STORED) != is(after, Generation.STORED);
    boolean counted = is(before, Generation.IDENTITY);
    boolean counts = is(after, Generation.IDENTITY);
    DataType from = normal(before.type());
    DataType to = normal(after.type());
    // MariaDB stops counting in a moment.
    boolean recounts = counted ? !counts && database == Database.MYSQL : counts;
    if (stored || recounts) {
      return Kind.COPY;
    }
    // Lists of members are the business of other rules.
    if (Members.of(from).isPresent() && Members.of(to).isPresent()) {
      return Kind.NONE;
    }
    if (!from.name().equals(to.name()) || (isText(from) && charsetCopies())) {
      return Kind.COPY;
    }
    boolean varies = from.name().equals("varchar") || from.name().equals("varbinary");
    return from.modifiers().equals(to.modifiers())
        ? crossing(varies)
        : varies && length(from) <= length(to) ? crossing(true) : Kind.COPY;
  }

  /** The same number of characters may have more bytes in another character set. */
  private Kind crossing(boolean varies) {
    boolean crosses = varies && bytesBefore() <= SHORT && bytesAfter() > SHORT;
    return !crosses || (database == Database.MARIADB && bytesBefore() <= EXTENSIBLE)
        ? Kind.NONE
        : Kind.CROSSES_255;
  }

  int bytesBefore() {
    return bytes(before);
  }

  int bytesAfter() {
    return bytes(after);
  }

  private int bytes(ColumnDefinition column) {
    int length = length(normal(column.type()));
    return column.type().name().equals("varbinary")
        ? length
        : length * BYTES_OF_A_CHARACTER.getOrDefault(charset(column), 1);
  }

  /** From three to four bytes a character, values stay as they are; MySQL's indexes do not. */
  private boolean charsetCopies() {
    String from = charset(before);
    String to = charset(after);
    boolean extends3 = from.equals("utf8mb3") && to.equals("utf8mb4");
    return !from.equals(to)
        && !(extends3 && isVarchar() && (database == Database.MARIADB || !isIndexed()));
  }

  private boolean isVarchar() {
    return before.type().name().equals("varchar");
  }

  private boolean isIndexed() {
    return table.searchable().anyMatch(index -> index.keys().contains(before.name()));
  }

  /** True when it may hold nulls from now on and could not before, or the other way round. */
  boolean changesNullability() {
    boolean key =
        table.primaryKey().filter(primary -> primary.columns().contains(before.name())).isPresent();
    return before.notNull() != (after.notNull() || key);
  }

  private String charset(ColumnDefinition column) {
    return charset(column.text().charset(), column.text().collation())
        .or(() -> ofTable(table))
        .orElse(DEFAULT_CHARSET);
  }

  /** A table's character set for new columns; empty when no migration tells. */
  static Optional<String> ofTable(Relation table) {
    return charset(
        table.option("charset").filter(c -> !c.equals("default")), table.option("collate"));
  }

  /** What a column's texts are kept in; empty when that is not said. */
  static Optional<String> charset(Optional<String> charset, Optional<String> collation) {
    return charset
        .or(() -> collation.map(name -> name.split("_", 2)[0]))
        .map(name -> name.equals("utf8") ? "utf8mb3" : name);
  }

  private static boolean is(ColumnDefinition column, Generation generation) {
    return column.generation().filter(generation::equals).isPresent();
  }

  /** True for what is kept in a character set. */
  static boolean isText(DataType type) {
    return type.name().equals("char")
        || type.name().equals("varchar")
        || type.name().endsWith("text")
        || Members.of(type).isPresent();
  }

  private static int length(DataType type) {
    return type.modifiers().isEmpty() ? 0 : type.modifiers().get(0);
  }

  /** The type with its digits written out. */
  private DataType normal(DataType type) {
    boolean json = database == Database.MARIADB && type.name().equals("json");
    String name = json ? "longtext" : type.name();
    List<Integer> written = name.equals("year") ? List.of() : type.modifiers();
    List<Integer> defaults = DEFAULTS.getOrDefault(name.split(" ", 2)[0], List.of());
    if (written.size() == 1 && defaults.size() == 2) {
      written = List.of(written.get(0), defaults.get(1));
    }
    return new DataType(name, written.isEmpty() ? defaults : written, 0);
  }
}
