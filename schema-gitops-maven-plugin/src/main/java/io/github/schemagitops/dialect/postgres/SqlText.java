package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/**
 * The SQL a parse tree was made from.
 *
 * @param sql the whole statement
 * @param base where in it the parsed text begins: 0, or the start of a {@code DO} block's body
 */
record SqlText(String sql, int base) {

  /** From the first character of one token to the last of another. */
  Span span(Token first, @Nullable Token last) {
    int end = last == null ? first.getStopIndex() : last.getStopIndex();
    return new Span(base + first.getStartIndex(), Math.max(1, end - first.getStartIndex() + 1));
  }

  Span span(ParserRuleContext node) {
    return span(node.getStart(), node.getStop());
  }

  /** The SQL of a node, as written. */
  String text(ParserRuleContext node) {
    return span(node).in(sql);
  }

  /** The words {@code CREATE}, {@code ALTER} or {@code DROP} up to a token: a statement's head. */
  Span head(ParserRuleContext node, Token last) {
    return span(keyword(node), last);
  }

  Span head(ParserRuleContext node, ParserRuleContext last) {
    return span(keyword(node), last.getStop());
  }

  /** The grammar has the first keyword in the parent of what follows it. */
  private static Token keyword(ParserRuleContext node) {
    return node.getParent() == null ? node.getStart() : node.getParent().getStart();
  }

  static QualifiedName name(Schema_qualified_nameContext node) {
    List<String> after =
        node.identifier_reserved().stream().map(part -> normalised(part.getStart())).toList();
    String first = identifier(node.identifier());
    return switch (after.size()) {
      case 0 -> QualifiedName.of(first);
      case 1 -> QualifiedName.of(first, after.get(0));
      default -> QualifiedName.of(after.get(0), after.get(1));
    };
  }

  static List<QualifiedName> names(List<Schema_qualified_nameContext> nodes) {
    return nodes.stream().map(SqlText::name).toList();
  }

  /** Column names, which the grammar reads like names of tables. */
  static List<String> columns(List<Schema_qualified_nameContext> nodes) {
    return nodes.stream().map(node -> name(node).name()).toList();
  }

  static String identifier(IdentifierContext node) {
    return normalised(node.getStart());
  }

  static Optional<String> identifier(Optional<IdentifierContext> node) {
    return node.map(SqlText::identifier);
  }

  /** The lexer has already taken the quotes off quoted identifiers. */
  static String normalised(Token token) {
    boolean quoted =
        token.getType() == SQLLexer.QuotedIdentifier
            || token.getType() == SQLLexer.UnicodeQuotedIdentifier;
    return quoted ? token.getText() : token.getText().toLowerCase(Locale.ROOT);
  }
}
