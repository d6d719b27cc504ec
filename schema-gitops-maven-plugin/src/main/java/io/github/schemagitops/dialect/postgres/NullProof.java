package io.github.schemagitops.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;

/** What a check's expression proves about nulls. */
final class NullProof {

  private NullProof() {}

  /** Every word of the expression, normalised like a name. */
  static Set<String> names(ParserRuleContext expression) {
    return tokens(expression).stream().map(SqlText::normalised).collect(Collectors.toSet());
  }

  /**
   * The columns that the expression forbids to be null: {@code c IS NOT NULL}, alone or joined by
   * {@code AND}. Cautious like the server: anything it does not recognise proves nothing.
   */
  static List<String> notNullColumns(ParserRuleContext expression) {
    return conjuncts(withoutParentheses(tokens(expression))).stream()
        .map(part -> notNullColumn(withoutParentheses(part)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The columns that must not be null, when the expression demands nothing else. */
  static List<String> onlyNotNull(ParserRuleContext expression) {
    List<String> columns = notNullColumns(expression);
    return columns.size() == conjuncts(withoutParentheses(tokens(expression))).size()
        ? columns
        : List.of();
  }

  private static Optional<String> notNullColumn(List<Token> part) {
    boolean proof =
        part.size() == 4
            && is(part.get(1), SQLLexer.IS)
            && is(part.get(2), SQLLexer.NOT)
            && is(part.get(3), SQLLexer.NULL);
    boolean shortProof = part.size() == 2 && is(part.get(1), SQLLexer.NOTNULL);
    return proof || shortProof ? Optional.of(SqlText.normalised(part.get(0))) : Optional.empty();
  }

  /** Splits at {@code AND}; nothing when {@code OR} or {@code BETWEEN} bind the parts otherwise. */
  private static List<List<Token>> conjuncts(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += is(token, SQLLexer.LEFT_PAREN) ? 1 : is(token, SQLLexer.RIGHT_PAREN) ? -1 : 0;
      if (depth == 0 && (is(token, SQLLexer.OR) || is(token, SQLLexer.BETWEEN))) {
        return List.of();
      }
      if (depth == 0 && is(token, SQLLexer.AND)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }

  /** Takes off parentheses that enclose everything. */
  private static List<Token> withoutParentheses(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth +=
          is(tokens.get(i), SQLLexer.LEFT_PAREN)
              ? 1
              : is(tokens.get(i), SQLLexer.RIGHT_PAREN) ? -1 : 0;
      boolean last = i == tokens.size() - 1;
      if (depth == 0 && !(last && i > 0)) {
        return tokens;
      }
    }
    return tokens.size() > 2 ? withoutParentheses(tokens.subList(1, tokens.size() - 1)) : tokens;
  }

  private static boolean is(Token token, int type) {
    return token.getType() == type;
  }

  private static List<Token> tokens(ParseTree tree) {
    if (tree instanceof TerminalNode leaf) {
      return List.of(leaf.getSymbol());
    }
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      tokens.addAll(tokens(tree.getChild(i)));
    }
    return tokens;
  }
}
