package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.migration.ScriptText;
import io.github.schemagitops.migration.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.mysql.MySQLParser;
import org.flywaydb.database.mysql.mariadb.MariaDBParser;
import org.flywaydb.database.postgresql.PostgreSQLParser;

/** Splits scripts with Flyway's parser: the same boundaries as when Flyway runs them. */
final class FlywayStatements {

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private static final Pattern COPY_DATA =
      Pattern.compile("\\bfrom\\s+stdin\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Without a server to ask for its version, Flyway takes the oldest; since PostgreSQL 12 this runs
   * in a transaction, and with a newer server Flyway runs it in one.
   */
  private static final Pattern ADD_VALUE =
      Pattern.compile("ALTER\\s+TYPE\\s[^;']+\\sADD\\s+VALUE\\b", Pattern.CASE_INSENSITIVE);

  private FlywayStatements() {}

  /**
   * Statements, or why there are none.
   *
   * @param errorLine 1-based, 0 when unknown
   */
  record Result(List<SqlStatement> statements, Optional<String> error, int errorLine) {}

  /**
   * Splits a script.
   *
   * @param database product that it is written for
   * @param configuration with placeholder replacement off: that is done already, with places kept
   */
  static Result split(
      Placeholders placeholders,
      String text,
      Database database,
      FluentConfiguration configuration) {
    Parser parser = parser(database, configuration);
    Quoting quoting = Quoting.of(database);
    String sql = placeholders.replaced();
    List<SqlStatement> statements = new ArrayList<>();
    int readTo = 0;
    try (SqlStatementIterator parsed = parser.parse(new StringResource(sql))) {
      while (parsed.hasNext()) {
        if (parsed.next() instanceof ParsedSqlStatement statement) {
          int start = startOf(statement, sql);
          Optional<OpenQuote> open = openQuote(statement.getSql(), quoting);
          if (open.isPresent()) {
            return neverClosed(open.get(), start, text, placeholders);
          }
          statements.add(place(statement, start, text, placeholders, quoting));
          readTo = start + statement.getSql().length();
        }
      }
    } catch (FlywayException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      Matcher line = LINE.matcher(message);
      return new Result(
          List.of(),
          Optional.of(message.lines().findFirst().orElse("")),
          line.find() ? Integer.parseInt(line.group(1)) : 0);
    }
    Optional<OpenQuote> open = quoting.open(sql.substring(readTo));
    return open.isPresent()
        ? neverClosed(open.get(), readTo, text, placeholders)
        : new Result(statements, Optional.empty(), 0);
  }

  private static Parser parser(Database database, FluentConfiguration configuration) {
    return switch (database) {
      case POSTGRESQL -> new PostgreSQLParser(configuration, new ParsingContext());
      case MYSQL -> new MySQLParser(configuration, new ParsingContext());
      case MARIADB -> new MariaDBParser(configuration, new ParsingContext());
    };
  }

  private static int startOf(ParsedSqlStatement statement, String sql) {
    String recorded = statement.getSql();
    int found = sql.indexOf(recorded, Math.max(0, statement.getPos() - recorded.length()));
    return found < 0 ? statement.getPos() : found;
  }

  private static SqlStatement place(
      ParsedSqlStatement statement,
      int start,
      String text,
      Placeholders placeholders,
      Quoting quoting) {
    String recorded = statement.getSql();
    int lead = quoting.leading(recorded);
    int offset = placeholders.originalOffset(start + lead);
    String sql = recorded.substring(lead).stripTrailing();
    return new SqlStatement(
        sql,
        ScriptText.lineAt(text, offset),
        ScriptText.columnAt(text, offset),
        statement.canExecuteInTransaction() || ADD_VALUE.matcher(sql).lookingAt());
  }

  /** Rows of a COPY are data, in which quotes mean nothing. */
  private static Optional<OpenQuote> openQuote(String statement, Quoting quoting) {
    boolean data = COPY_DATA.matcher(statement).find();
    return data ? Optional.empty() : quoting.open(statement);
  }

  private static Result neverClosed(
      OpenQuote open, int start, String text, Placeholders placeholders) {
    return new Result(
        List.of(),
        Optional.of("a %s is never closed".formatted(open.what())),
        ScriptText.lineAt(text, placeholders.originalOffset(start + open.offset())));
  }
}
