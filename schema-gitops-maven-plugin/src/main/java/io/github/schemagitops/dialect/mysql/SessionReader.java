package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.LockTableElementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.LockTablesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SetAutocommitStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SetVariableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.VariableClauseContext;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.LockTable;
import io.github.schemagitops.statement.SetText;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads statements about the session: settings and explicit locks. */
final class SessionReader {

  private static final String SCOPE = "(?i)^(?:@@)?\\s*(?:(?:GLOBAL|SESSION|LOCAL)[\\s.]+)?";

  private SessionReader() {}

  static Statement set(SetVariableContext node, SqlText sql) {
    List<Statement> settings = new ArrayList<>();
    for (VariableClauseContext variable : node.variableClause()) {
      // Behind the name stand the sign and the value.
      ParseTree value = node.getChild(node.children.indexOf(variable) + 2);
      if (variable.LOCAL_ID() == null) {
        settings.add(setting(sql.text(variable), text(value, sql), sql.span(node)));
      } else if (value instanceof ParserRuleContext rule && !rule.getText().startsWith("@@")) {
        settings.add(
            new SetText(
                DynamicSql.variable(variable.getText()),
                TextValue.statements(sql.span(rule), sql.sql()),
                sql.span(node)));
      }
    }
    return settings.isEmpty()
        ? StatementReader.other(node, sql)
        : settings.size() == 1 ? settings.get(0) : new DoBlock(settings, sql.span(node));
  }

  static Statement autocommit(SetAutocommitStatementContext node, SqlText sql) {
    return new SetVariable("autocommit", node.autocommitValue.getText(), sql.span(node));
  }

  private static SetVariable setting(String written, String value, Span span) {
    String name = SqlText.plain(written.replaceFirst(SCOPE, "")).toLowerCase(Locale.ROOT);
    String plain = SqlText.plain(value);
    return new SetVariable(name, plain.equalsIgnoreCase("DEFAULT") ? "" : plain, span);
  }

  private static String text(ParseTree value, SqlText sql) {
    return value instanceof ParserRuleContext rule ? sql.text(rule) : value.getText();
  }

  /** One statement for each of the two ways to lock, in the order in which they come first. */
  static Statement lock(LockTablesContext node, SqlText sql) {
    List<String> modes =
        node.lockTableElement().stream().map(SessionReader::mode).distinct().toList();
    List<Statement> locks =
        modes.stream()
            .<Statement>map(
                mode ->
                    new LockTable(
                        node.lockTableElement().stream()
                            .filter(element -> mode(element).equals(mode))
                            .map(element -> SqlText.name(element.tableName()))
                            .toList(),
                        mode,
                        sql.span(node)))
            .toList();
    return locks.size() == 1 ? locks.get(0) : new DoBlock(locks, sql.span(node));
  }

  private static String mode(LockTableElementContext node) {
    return node.lockAction().READ() == null ? "WRITE" : "READ";
  }
}
