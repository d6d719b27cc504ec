package io.github.schemagitops.statement;

import java.util.Optional;

/** One thing an {@code ALTER TABLE} does. */
public sealed interface AlterAction {

  /** The words that say it. */
  Span span();

  /**
   * {@code ADD COLUMN}.
   *
   * @param column the new column
   * @param ifNotExists true when an existing column is left alone
   * @param span the words that say it
   */
  record AddColumn(ColumnDefinition column, boolean ifNotExists, Span span)
      implements AlterAction {}

  /**
   * {@code DROP COLUMN}.
   *
   * @param column its name
   * @param ifExists true when a missing column is no error
   * @param cascade true when what depends on it goes too
   * @param span the words that say it
   */
  record DropColumn(String column, boolean ifExists, boolean cascade, Span span)
      implements AlterAction {}

  /**
   * {@code ALTER COLUMN … TYPE}.
   *
   * @param column its name
   * @param newType the type it gets
   * @param collation the collation it gets, when one is named
   * @param using the SQL that computes new values, when given
   * @param span the words that say it
   */
  record AlterColumnType(
      String column,
      DataType newType,
      Optional<String> collation,
      Optional<String> using,
      Span span)
      implements AlterAction {}

  /**
   * {@code ALTER COLUMN … SET NOT NULL}.
   *
   * @param column its name
   * @param span the words that say it
   */
  record SetNotNull(String column, Span span) implements AlterAction {}

  /**
   * {@code ALTER COLUMN … DROP NOT NULL}.
   *
   * @param column its name
   * @param span the words that say it
   */
  record DropNotNull(String column, Span span) implements AlterAction {}

  /**
   * {@code ALTER COLUMN … SET DEFAULT} or {@code DROP DEFAULT}.
   *
   * @param column its name
   * @param value the new default's SQL; empty when it is dropped
   * @param span the words that say it
   */
  record SetDefault(String column, Optional<String> value, Span span) implements AlterAction {}

  /**
   * {@code ADD CONSTRAINT}, with or without a name.
   *
   * @param constraint the new constraint
   * @param span the words that say it
   */
  record AddConstraint(Constraint constraint, Span span) implements AlterAction {}

  /**
   * {@code VALIDATE CONSTRAINT}.
   *
   * @param constraint its name
   * @param span the words that say it
   */
  record ValidateConstraint(String constraint, Span span) implements AlterAction {}

  /**
   * {@code DROP CONSTRAINT}.
   *
   * @param constraint its name
   * @param ifExists true when a missing constraint is no error
   * @param span the words that say it
   */
  record DropConstraint(String constraint, boolean ifExists, Span span) implements AlterAction {}

  /**
   * {@code RENAME CONSTRAINT}.
   *
   * @param from its name
   * @param to its new name
   * @param span the words that say it
   */
  record RenameConstraint(String from, String to, Span span) implements AlterAction {}

  /**
   * {@code RENAME COLUMN}.
   *
   * @param from its name
   * @param to its new name
   * @param span the words that say it
   */
  record RenameColumn(String from, String to, Span span) implements AlterAction {}

  /**
   * {@code RENAME TO}.
   *
   * @param to the table's new name
   * @param span the words that say it
   */
  record RenameTable(String to, Span span) implements AlterAction {}

  /**
   * {@code SET SCHEMA}.
   *
   * @param schema where the table goes
   * @param span the words that say it
   */
  record SetSchema(String schema, Span span) implements AlterAction {}

  /**
   * {@code ATTACH PARTITION}.
   *
   * @param partition the table that becomes a partition
   * @param isDefault true when it takes the rows that no other partition takes
   * @param span the words that say it
   */
  record AttachPartition(QualifiedName partition, boolean isDefault, Span span)
      implements AlterAction {}

  /**
   * {@code DETACH PARTITION}.
   *
   * @param partition the table that stops being a partition
   * @param concurrently true when readers and writers go on
   * @param span the words that say it
   */
  record DetachPartition(QualifiedName partition, boolean concurrently, Span span)
      implements AlterAction {}

  /**
   * MySQL's {@code MODIFY} and {@code CHANGE}, which say the whole column again.
   *
   * @param column its name; a change of name is an action of its own, before this one
   * @param definition what it is from now on
   * @param position {@code FIRST} or {@code AFTER …}, as written, when it moves
   * @param span the words that say it
   */
  record RedefineColumn(
      String column, ColumnDefinition definition, Optional<String> position, Span span)
      implements AlterAction {}

  /**
   * MySQL's {@code ADD INDEX}.
   *
   * @param index what is built
   * @param span the words that say it
   */
  record AddIndex(IndexDefinition index, Span span) implements AlterAction {}

  /**
   * MySQL's {@code DROP INDEX} and {@code RENAME INDEX}.
   *
   * @param index its name
   * @param newName its other name; empty when it is dropped
   * @param span the words that say it
   */
  record ChangeIndex(String index, Optional<String> newName, Span span) implements AlterAction {}

  /**
   * MySQL's {@code CONVERT TO CHARACTER SET}.
   *
   * @param charset the character set, in lower case
   * @param collation the order, when one is named
   * @param span the words that say it
   */
  record ConvertCharset(String charset, Optional<String> collation, Span span)
      implements AlterAction {}

  /**
   * Anything else, known by its words: {@code SET LOGGED}, {@code ENABLE TRIGGER x}, {@code
   * ENGINE=InnoDB}.
   *
   * @param sql the action's SQL
   * @param span the words that say it
   */
  record OtherAction(String sql, Span span) implements AlterAction {

    /** True when it begins with these words, whatever the case of its letters. */
    public boolean begins(String words) {
      return Words.begin(sql, words);
    }
  }
}
