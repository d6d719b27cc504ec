package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.PrepareStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SqlStatementContext;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.RunText;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SQL that a statement has in a text. What a constant says is known; what is computed is not.
 *
 * <p>{@code PREPARE} stands for what its statement will do: {@code EXECUTE} has only its name.
 */
final class DynamicSql {

  /** MariaDB's way to prepare and run at once, which the grammar does not know. */
  private static final Pattern IMMEDIATE =
      Pattern.compile(
          "\\s*EXECUTE\\s+IMMEDIATE\\s+(.*?)(?:\\s+USING\\s[^'\"]*)?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CONSTANT =
      Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|\"(?:[^\"\\\\]|\"\"|\\\\.)*+\"", Pattern.DOTALL);

  private static final Pattern VARIABLE = Pattern.compile("@(?:[\\w.$]+|`[^`]+`|'[^']+')");

  /** A quote inside of a constant, or a place for a value. */
  private static final Pattern MARK = Pattern.compile("''|\"\"|\\\\.|\\?", Pattern.DOTALL);

  private DynamicSql() {}

  static Statement prepare(PrepareStatementContext node, SqlText sql) {
    Span span = sql.span(node);
    return node.query == null
        ? new RunText(variable(node.variable.getText()), span)
        : constant(sql.span(node.query, node.query), span, sql.sql());
  }

  /** Empty when the text is no {@code EXECUTE IMMEDIATE}. */
  static Optional<Statement> immediate(String sql) {
    Matcher execute = IMMEDIATE.matcher(sql);
    if (!execute.matches()) {
      return Optional.empty();
    }
    Span span = new Span(execute.start(), execute.end());
    String text = execute.group(1);
    if (VARIABLE.matcher(text).matches()) {
      return Optional.of(new RunText(variable(text), span));
    }
    return Optional.of(
        CONSTANT.matcher(text).matches()
            ? constant(new Span(execute.start(1), text.length()), span, sql)
            : new NotAnalysed("dynamic SQL", span));
  }

  /** One spelling for a user's variable, whose name may stand in quotes. */
  static String variable(String written) {
    return "@" + SqlText.plain(written.substring(1)).toLowerCase(Locale.ROOT);
  }

  /** Spaces stand in front of the text, so that places in it are those of the whole statement. */
  static Statement constant(Span constant, Span span, String sql) {
    String written = constant.in(sql);
    char quote = written.charAt(0);
    String text =
        " ".repeat(constant.offset() + 1)
            + content(written.substring(1, written.length() - 1), quote);
    try {
      List<SqlStatementContext> statements = Grammar.statements(text);
      return statements.size() == 1
          ? new DoBlock(List.of(StatementReader.read(statements.get(0), new SqlText(text))), span)
          : new NotAnalysed("dynamic SQL", span);
    } catch (Grammar.Unreadable e) {
      return new NotAnalysed(e.reason(), e.where());
    }
  }

  /**
   * What a constant says, as long as it is written: two characters that mean a quote become a quote
   * and a space, outside of what it opens or closes.
   */
  private static String content(String written, char quote) {
    StringBuilder text = new StringBuilder();
    boolean open = false;
    Matcher mark = MARK.matcher(written);
    while (mark.find()) {
      String found = mark.group();
      char meant = found.charAt(found.length() - 1);
      boolean isQuote = found.length() == 2 && (meant == '\'' || meant == '"');
      String replacement = found;
      if (isQuote && (found.charAt(0) == '\\' || meant == quote)) {
        replacement = open ? meant + " " : " " + meant;
        open = !open;
      } else if (found.equals("?") && !open) {
        replacement = "0";
      } else if (found.startsWith("\\") && !open) {
        replacement = "  ";
      }
      mark.appendReplacement(text, Matcher.quoteReplacement(replacement));
    }
    return mark.appendTail(text).toString();
  }
}
