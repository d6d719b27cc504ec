package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.Span;
import java.nio.CharBuffer;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Runs pgcodekeeper's PostgreSQL grammar over a text. */
final class Grammar {

  private Grammar() {}

  /** The text is not in the grammar's language. */
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

    /** Where reading ended, in a statement in which the text begins at {@code base}. */
    Span where(int base) {
      return new Span(base + where.offset(), where.length());
    }
  }

  /**
   * The parse tree of a text. The quick prediction mode goes first and gives up at the first doubt;
   * the thorough one then decides, and words the complaint.
   *
   * @param rule the grammar's start rule
   */
  static <C extends ParserRuleContext> C parse(String text, Function<SQLParser, C> rule)
      throws Unreadable {
    SQLLexer lexer = new SQLLexer(utf16(text));
    lexer.removeErrorListeners();
    SQLParser parser = new SQLParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    try {
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser.setErrorHandler(new BailErrorStrategy());
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      return thorough(parser, rule);
    } catch (StackOverflowError e) {
      throw new Unreadable("nested too deeply", new Span(0, 1));
    }
  }

  private static <C extends ParserRuleContext> C thorough(
      SQLParser parser, Function<SQLParser, C> rule) throws Unreadable {
    parser.reset();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.setErrorHandler(new DefaultErrorStrategy());
    FirstError error = new FirstError();
    parser.addErrorListener(error);
    C tree = rule.apply(parser);
    if (error.token != null) {
      throw FirstError.unreadable(error.token);
    }
    return tree;
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

    private static Unreadable unreadable(Token token) {
      CharStream text = token.getInputStream();
      if (token.getType() == Token.EOF) {
        Span end = new Span(Math.max(0, text.size() - 1), 1);
        return new Unreadable("not understood: the statement ends too early", end);
      }
      Span span = new Span(token.getStartIndex(), token.getStopIndex() - token.getStartIndex() + 1);
      String word = text.getText(Interval.of(token.getStartIndex(), token.getStopIndex()));
      return new Unreadable("not understood near \"" + word + '"', span);
    }
  }
}
