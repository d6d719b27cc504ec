package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.DottedIdContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.FullColumnNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.FullIdContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UidContext;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The SQL a parse tree was made from.
 *
 * @param sql the whole statement
 * @param unread clauses that no tree can show, because the grammar does not know them
 */
record SqlText(String sql, List<Span> unread) {

  /** SQL that the grammar knows every word of. */
  SqlText(String sql) {
    this(sql, List.of());
  }

  SqlText {
    unread = List.copyOf(unread);
  }

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

  /** The clause that follows a node, in lower case, when the grammar does not know it. */
  Optional<String> unreadBehind(ParserRuleContext node) {
    int end = span(node).end();
    return unread.stream()
        .filter(clause -> clause.offset() >= end)
        .filter(clause -> sql.substring(end, clause.offset()).isBlank())
        .map(clause -> clause.in(sql).toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** True when the grammar does not know a clause that begins with these words. */
  boolean leavesUnread(String words) {
    return unread.stream()
        .anyMatch(
            clause ->
                clause
                    .in(sql)
                    .replaceAll("\\s+", " ")
                    .regionMatches(true, 0, words, 0, words.length()));
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

  /** A column's own name. */
  static String name(FullColumnNameContext node) {
    return node.dottedId().isEmpty()
        ? identifier(node.uid())
        : identifier(node.dottedId(node.dottedId().size() - 1));
  }

  static String identifier(DottedIdContext node) {
    return node.DOT_ID() == null
        ? identifier(node.uid())
        : unquoted(node.DOT_ID().getText().substring(1));
  }

  /** What a name or a string is without its quotes. */
  static String plain(ParserRuleContext node) {
    return plain(node.getText());
  }

  static String plain(String written) {
    boolean string = written.length() > 1 && written.startsWith("'") && written.endsWith("'");
    return string
        ? written.substring(1, written.length() - 1).replace("''", "'")
        : unquoted(written);
  }

  /** The columns of a key; an expression stands for none. */
  static List<String> columns(IndexColumnNamesContext node) {
    return node.indexColumnName().stream()
        .filter(column -> column.expression() == null)
        .map(SqlText::column)
        .toList();
  }

  /** The column of a part of a key that is no expression. */
  static String column(IndexColumnNameContext part) {
    return part.uid() == null ? unquoted(part.STRING_LITERAL().getText()) : identifier(part.uid());
  }

  static String unquoted(String name) {
    char mark = name.isEmpty() ? ' ' : name.charAt(0);
    boolean quoted = mark == '`' || mark == '"';
    return quoted && name.length() > 1 && name.charAt(name.length() - 1) == mark
        ? name.substring(1, name.length() - 1).replace(("" + mark).repeat(2), "" + mark)
        : name;
  }
}
