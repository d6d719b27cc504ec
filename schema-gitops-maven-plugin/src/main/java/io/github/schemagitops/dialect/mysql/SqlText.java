package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.FullIdContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UidContext;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The SQL a parse tree was made from.
 *
 * @param sql the whole statement
 */
record SqlText(String sql) {

  /** From the first character of one token to the last of another. */
  Span span(Token first, @Nullable Token last) {
    int end = last == null ? first.getStopIndex() : last.getStopIndex();
    return new Span(first.getStartIndex(), Math.max(1, end - first.getStartIndex() + 1));
  }

  Span span(ParserRuleContext node) {
    return span(node.getStart(), node.getStop());
  }

  /** A statement's first words, up to and with a part of it. */
  Span head(ParserRuleContext node, ParserRuleContext last) {
    return span(node.getStart(), last.getStop());
  }

  /** The SQL of a node, as written. */
  String text(ParserRuleContext node) {
    return span(node).in(sql);
  }

  /** Names keep their case: on most systems the server tells tables apart by it. */
  static QualifiedName name(TableNameContext node) {
    return name(node.fullId());
  }

  static QualifiedName name(FullIdContext node) {
    String first = identifier(node.uid(0));
    if (node.DOT_ID() != null) {
      return QualifiedName.of(first, unquoted(node.DOT_ID().getText().substring(1)));
    }
    return node.uid().size() == 1
        ? QualifiedName.of(first)
        : QualifiedName.of(first, identifier(node.uid(1)));
  }

  static String identifier(UidContext node) {
    return unquoted(node.getText());
  }

  static Optional<String> identifier(Optional<UidContext> node) {
    return node.map(SqlText::identifier);
  }

  /** The columns of a key; an expression stands for none. */
  static List<String> columns(IndexColumnNamesContext node) {
    return node.indexColumnName().stream()
        .filter(column -> column.expression() == null)
        .map(
            column ->
                column.uid() == null
                    ? unquoted(column.STRING_LITERAL().getText())
                    : identifier(column.uid()))
        .toList();
  }

  static String unquoted(String name) {
    char mark = name.charAt(0);
    return mark == '`' || mark == '"'
        ? name.substring(1, name.length() - 1).replace(("" + mark).repeat(2), "" + mark)
        : name;
  }
}
