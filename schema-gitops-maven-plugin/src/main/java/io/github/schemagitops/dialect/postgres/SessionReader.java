package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.LockTable;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import io.github.schemagitops.statement.TransactionControl.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Session_local_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Transaction_statementContext;

/** Reads statements about the transaction and the session. */
final class SessionReader {

  private SessionReader() {}

  static Statement transaction(Script_transactionContext node, SqlText sql) {
    return node.lock_table() != null
        ? lock(node.lock_table(), sql)
        : new TransactionControl(kind(node), sql.span(node));
  }

  /** {@code COMMIT} and {@code ROLLBACK} inside procedural code. */
  static Statement transactionInBlock(Transaction_statementContext node, SqlText sql) {
    if (node.lock_table() != null) {
      return lock(node.lock_table(), sql);
    }
    return new TransactionControl(
        node.COMMIT() == null ? Kind.ROLLBACK : Kind.COMMIT, sql.span(node));
  }

  private static LockTable lock(SQLParser.Lock_tableContext node, SqlText sql) {
    String mode =
        Optional.ofNullable(node.lock_mode())
            .map(sql::text)
            .map(text -> text.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
            .orElse("ACCESS EXCLUSIVE");
    return new LockTable(
        node.only_table_multiply().stream()
            .map(table -> SqlText.name(table.schema_qualified_name()))
            .toList(),
        mode,
        sql.span(node));
  }

  private static Kind kind(Script_transactionContext node) {
    if (node.PREPARED() != null || node.PREPARE() != null) {
      return Kind.TWO_PHASE;
    }
    if (node.SAVEPOINT() != null || node.RELEASE() != null || node.TO() != null) {
      return Kind.SAVEPOINT;
    }
    if (node.START() != null || node.BEGIN() != null) {
      return Kind.BEGIN;
    }
    return node.COMMIT() != null || node.END() != null ? Kind.COMMIT : Kind.ROLLBACK;
  }

  static Statement set(Set_statementContext node, SqlText sql) {
    Optional<Session_local_optionContext> any =
        Optional.ofNullable(node.set_action().session_local_option());
    if (any.filter(set -> set.zone_value() != null).isPresent()) {
      String zone = ObjectReader.string(sql.text(any.get().zone_value()));
      return new SetVariable("timezone", zone, sql.span(node));
    }
    Optional<Session_local_optionContext> option =
        any.filter(set -> set.config_param != null && set.config_scope == null);
    if (option.isEmpty()) {
      return StatementReader.other(node, sql);
    }
    String name = SqlText.identifier(option.get().config_param);
    if (name.equals("search_path")) {
      return schemas(option.get(), sql)
          .<Statement>map(schemas -> new SetSearchPath(schemas, sql.span(node)))
          .orElseGet(() -> StatementReader.other(node, sql));
    }
    String value =
        Optional.ofNullable(option.get().set_statement_value())
            .filter(to -> to.DEFAULT() == null)
            .map(sql::text)
            .map(ObjectReader::string)
            .orElse("");
    return new SetVariable(name, value, sql.span(node));
  }

  private static Optional<List<String>> schemas(Session_local_optionContext option, SqlText sql) {
    return Optional.ofNullable(option.set_statement_value())
        .map(value -> value.vex().stream().map(schema -> unquoted(sql.text(schema))).toList());
  }

  /** A schema in a search path: a name, a name in double quotes, or a string. */
  private static String unquoted(String written) {
    char first = written.charAt(0);
    if (first == '"' || first == '\'') {
      return written.substring(1, written.length() - 1);
    }
    return written.toLowerCase(Locale.ROOT);
  }
}
