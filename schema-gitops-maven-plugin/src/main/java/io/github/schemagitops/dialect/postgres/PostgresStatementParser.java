package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads PostgreSQL statements with pgcodekeeper's grammar, PL/pgSQL blocks included. */
public final class PostgresStatementParser implements StatementParser {

  private static final int LONG = 20_000;
  private static final Pattern INSERT =
      Pattern.compile("INSERT\\s+INTO\\s[^;'$]*?\\bVALUES\\b", Pattern.CASE_INSENSITIVE);

  /** The grammar reads the name of one routine; the server takes several. */
  private static final Pattern DROP_ROUTINE =
      Pattern.compile(
          "DROP\\s+(FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)\\b", Pattern.CASE_INSENSITIVE);

  /** A string with escapes; the grammar takes the quote of an escaped quote for its end. */
  private static final Pattern ESCAPES =
      Pattern.compile("(?<!\\w)[eE]'(?:[^'\\\\]|\\\\.|'')*'", Pattern.DOTALL);

  /** Types by their whole names, of which the grammar knows the keywords only bare. */
  private static final Pattern CATALOG_TYPE =
      Pattern.compile(
          "\\bpg_catalog\\s*\\.\\s*(?=(?:varchar|char|bit|numeric|timestamp|time|interval)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CATALOG_CHAR =
      Pattern.compile("\\bpg_catalog\\.char\\b", Pattern.CASE_INSENSITIVE);

  /** {@code CLUSTER VERBOSE index ON table}: of this old order the grammar knows no VERBOSE. */
  private static final Pattern CLUSTER_VERBOSE =
      Pattern.compile("(?<=^CLUSTER\\s)\\s*VERBOSE(?=\\s+\\S+\\s+ON\\s)", Pattern.CASE_INSENSITIVE);

  /** A statement up to its query, of which the grammar knows less than the server. */
  private static final Pattern HEAD_OF_QUERY =
      Pattern.compile(
          "(?:INSERT\\s+INTO\\s+(?:\"[^\"]+\"|[\\w.$])+\\s*(?:\\([^()']*\\)\\s*)?"
              + "|CREATE\\s+(?:[A-Z]+\\s+){0,4}(?:TABLE|VIEW)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:\"[^\"]+\"|[\\w.$])+\\s*"
              + "(?:\\([^()']*\\)\\s*)?\\bAS\\s*)(?=SELECT|WITH|\\()",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Statement parse(SqlStatement statement) {
    String sql = withoutRows(statement.sql());
    try {
      return read(sql, sql);
    } catch (Grammar.Unreadable e) {
      return readOtherwise(sql).orElseGet(() -> new NotAnalysed(e.reason(), e.where(0)));
    }
  }

  /**
   * Reads a statement.
   *
   * @param text what the grammar reads: as long as the statement, or a beginning of it
   */
  private static Statement read(String text, String sql) throws Grammar.Unreadable {
    List<StatementContext> statements = Grammar.parse(text, SQLParser::sql).statement();
    return statements.size() == 1
        ? StatementReader.read(statements.get(0), new SqlText(sql, 0))
        : new NotAnalysed(statements.size() + " statements where one is expected", new Span(0, 1));
  }

  /** What the grammar does not know though PostgreSQL does. */
  private static Optional<Statement> readOtherwise(String sql) {
    Matcher drop = DROP_ROUTINE.matcher(sql);
    if (drop.lookingAt()) {
      String what = "DROP " + drop.group(1).toUpperCase(Locale.ROOT);
      return Optional.of(new OtherStatement(what, sql, span(drop)));
    }
    String plain =
        ESCAPES.matcher(sql).replaceAll(m -> Matcher.quoteReplacement(unescaped(m.group())));
    Matcher query = HEAD_OF_QUERY.matcher(sql);
    String head = query.lookingAt() ? query.group() + "SELECT 1 FROM x" : plain;
    for (String text : List.of(plain, simple(sql), head)) {
      if (!text.equals(sql)) {
        try {
          return Optional.of(read(text, text.equals(plain) ? sql : text));
        } catch (Grammar.Unreadable e) {
          // The complaint about the text as written says more.
        }
      }
    }
    return Optional.empty();
  }

  /** The same in the grammar's words, as long as before. A char of the catalog is no char(1). */
  private static String simple(String sql) {
    String chars = CATALOG_CHAR.matcher(sql).replaceAll("         \"char\"");
    String types = CATALOG_TYPE.matcher(chars).replaceAll(m -> " ".repeat(m.group().length()));
    return CLUSTER_VERBOSE.matcher(types).replaceAll(m -> " ".repeat(m.group().length()));
  }

  /** As long as before, so that positions stay. */
  private static String unescaped(String literal) {
    return literal.replace("\\\\", "..").replace("\\'", "''");
  }

  /** Rows of data say nothing about the schema, and there may be megabytes of them. */
  private static String withoutRows(String sql) {
    Matcher insert = INSERT.matcher(sql);
    return sql.length() > LONG && insert.lookingAt() ? insert.group() + " (0)" : sql;
  }

  private static Span span(Matcher words) {
    return new Span(words.start(), words.end() - words.start());
  }
}
