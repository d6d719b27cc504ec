package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SqlStatementContext;
import io.github.schemagitops.statement.Span;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs Debezium's grammars over a text. MariaDB's, which reads MySQL's SQL too, gives the trees
 * that are read; MySQL's own tells what else is SQL.
 */
final class Grammar {

  private Grammar() {}

  /** The text is in no grammar's language. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Span where;

    Unreadable(String reason, Span where) {
      super(reason, null, false, false);
      this.where = where;
    }

    String reason() {
      return String.valueOf(getMessage());
    }

    Span where() {
      return where;
    }
  }

  /** The trees of all statements in a text. */
  static List<SqlStatementContext> statements(String text) throws Unreadable {
    MariaDBParser parser = Grammars.mariaDb(utf16(text));
    MariaDBParser.SqlStatementsContext statements = parse(parser, parser::root).sqlStatements();
    return statements == null ? List.of() : statements.sqlStatement();
  }

  /** The tree of procedural code. */
  static MariaDBParser.BlockStatementContext block(String text) throws Unreadable {
    MariaDBParser parser = Grammars.mariaDb(utf16(text));
    return parse(parser, parser::blockStatement);
  }

  /** True when MySQL's own grammar knows the text. */
  static boolean isMySql(String text) {
    try {
      var parser = Grammars.mySql(utf16(text));
      parse(parser, parser::queries);
      return true;
    } catch (Unreadable e) {
      return false;
    }
  }

  /**
   * The quick prediction mode goes first and gives up at the first doubt; the thorough one then
   * decides, and words the complaint.
   */
  private static <C extends ParserRuleContext> C parse(Parser parser, Supplier<C> rule)
      throws Unreadable {
    try {
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser.setErrorHandler(new BailErrorStrategy());
      return rule.get();
    } catch (ParseCancellationException e) {
      return thorough(parser, rule);
    } catch (StackOverflowError e) {
      throw new Unreadable("nested too deeply", new Span(0, 1));
    }
  }

  private static <C extends ParserRuleContext> C thorough(Parser parser, Supplier<C> rule)
      throws Unreadable {
    parser.reset();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.setErrorHandler(new DefaultErrorStrategy());
    FirstError error = new FirstError();
    parser.addErrorListener(error);
    C tree = rule.get();
    Optional<Token> token = Optional.ofNullable(error.token);
    if (token.isPresent()) {
      throw unreadable(token.get());
    }
    return tree;
  }

  private static Unreadable unreadable(Token token) {
    if (token.getType() == Token.EOF) {
      Span end = new Span(Math.max(0, token.getInputStream().size() - 1), 1);
      return new Unreadable("not understood: the statement ends too early", end);
    }
    int length = Math.max(1, token.getStopIndex() - token.getStartIndex() + 1);
    return new Unreadable(
        "not understood near \"" + token.getText() + '"', new Span(token.getStartIndex(), length));
  }

  /** Characters, not code points, so that token indexes are indexes into the string. */
  private static CharStream utf16(String text) {
    return CodePointCharStream.fromBuffer(
        CodePointBuffer.withChars(CharBuffer.wrap(text.toCharArray())));
  }

  private static final class FirstError extends BaseErrorListener {

    private @Nullable Token token;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object offending,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      if (token == null && offending instanceof Token first) {
        token = first;
      }
    }
  }
}
