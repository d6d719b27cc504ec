package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Conditions;
import io.github.schemagitops.statement.CallRoutine;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Dml.Kind;
import io.github.schemagitops.statement.Dml.Rows;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads statements that only MySQL's own grammar knows, by their words. That grammar has seen that
 * the words are where they belong; it gives no tree that is read.
 */
final class WordReader {

  /** Statements whose words do not tell enough about what they do to tables. */
  private static final Pattern MODELLED =
      Pattern.compile(
          "\\s*(?:(?:CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:TEMPORARY\\s+|UNIQUE\\s+|FULLTEXT\\s+|SPATIAL\\s+)?"
              + "(?:TABLE|INDEX)|ALTER\\s+TABLE|DROP\\s+(?:TEMPORARY\\s+)?(?:TABLES?|INDEX|VIEW)"
              + "|RENAME\\s+TABLES?|CREATE\\b.*\\bVIEW|UPDATE|DELETE|INSERT|REPLACE|WITH)\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String sql;
  private final Words words;

  private WordReader(String sql) {
    this.sql = sql;
    this.words = Words.of(sql);
  }

  /**
   * Empty when it is no SQL, or not understood.
   *
   * @param error what the grammar that gives trees has to say
   */
  static Optional<Statement> read(String sql, Grammar.Unreadable error) {
    if (!Grammar.isMySql(sql)) {
      return Optional.empty();
    }
    return new WordReader(sql)
        .statement(error)
        .or(
            () ->
                MODELLED.matcher(sql).matches()
                    ? Optional.empty()
                    : Optional.of(StatementReader.other(sql, 0)));
  }

  private Optional<Statement> statement(Grammar.Unreadable error) {
    if (words.isAny(0, "SELECT", "TABLE", "VALUES", "(")) {
      return Optional.of(Dml.of(Kind.SELECT, List.of(), head(words.size() - 1)));
    }
    if (words.isAny(0, "UPDATE")) {
      return updated();
    }
    if (words.isAny(0, "DELETE")) {
      return deleted();
    }
    if (words.isAny(0, "INSERT", "REPLACE")) {
      return Optional.of(inserted());
    }
    if (words.isAny(0, "CALL")) {
      return Optional.of(new CallRoutine(name(1), head(words.size() - 1)));
    }
    return words.isAny(0, "CREATE") ? created(error) : Optional.empty();
  }

  private Optional<Statement> updated() {
    int table = modifiersEnd("LOW_PRIORITY", "IGNORE");
    int set = words.find(table, "SET");
    boolean several = words.find(table, ",", "JOIN", "STRAIGHT_JOIN") >= 0;
    int join = several ? words.find(table, ",", "JOIN", "STRAIGHT_JOIN") : set;
    return join < set || !words.isName(table)
        ? Optional.empty()
        : Optional.of(written(Kind.UPDATE, table));
  }

  private Optional<Statement> deleted() {
    int from = modifiersEnd("LOW_PRIORITY", "QUICK", "IGNORE");
    boolean several = words.find(from, "USING") >= 0 || !words.isName(from + 1);
    int end = nameEnd(from + 1);
    return !words.isAny(from, "FROM") || several || words.isAny(end, ",", ".")
        ? Optional.empty()
        : Optional.of(written(Kind.DELETE, from + 1));
  }

  private Dml written(Kind kind, int table) {
    int where = words.find(table, "WHERE");
    boolean limited = words.find(table, "LIMIT", "PARTITION") >= 0;
    int end = words.find(Math.max(0, where), "ORDER", "LIMIT");
    String condition =
        where < 0
            ? "TRUE"
            : sql.substring(
                words.get(where).end(), end < 0 ? sql.length() : words.get(end).start());
    boolean all = !limited && Conditions.isAlwaysMet(condition);
    return new Dml(
        kind,
        List.of(name(table)),
        all ? Rows.ALL : Rows.SOME,
        true,
        false,
        List.of(),
        head(nameEnd(table) - 1));
  }

  private Dml inserted() {
    int table = modifiersEnd("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO");
    int end = nameEnd(table);
    int values = words.isAny(end, "PARTITION") ? words.close(end + 1) : end;
    boolean named =
        words.isAny(values, "SET")
            || (words.isAny(values, "(") && !words.isAny(values + 1, "SELECT", "WITH", "TABLE"));
    boolean listed = words.find(end, "SELECT", "TABLE", "WITH") < 0 && !inBrackets(values);
    return new Dml(
        Kind.INSERT,
        List.of(name(table)),
        listed ? Rows.LISTED : Rows.SOME,
        named,
        false,
        List.of(),
        head(end - 1));
  }

  /** A query may stand in brackets. */
  private boolean inBrackets(int index) {
    return words.isAny(index, "(") && words.isAny(index + 1, "SELECT", "WITH", "TABLE", "(");
  }

  /** What a routine's or a trigger's code does is not known: the rest of it would tell. */
  private Optional<Statement> created(Grammar.Unreadable error) {
    int kind = words.find(0, "PROCEDURE", "FUNCTION", "TRIGGER", "VIEW", "EVENT", "TABLE", "INDEX");
    int afterExistence = words.behind(kind + 1, "IF", "NOT", "EXISTS");
    if (words.isAny(kind, "TRIGGER")) {
      int on = words.find(afterExistence, "ON");
      return Optional.of(
          new CreateTrigger(
              name(afterExistence).name(), name(on + 1), false, head(nameEnd(afterExistence) - 1)));
    }
    boolean hasCode = words.find(0, "SONAME") < 0;
    return hasCode && words.isAny(kind, "PROCEDURE", "FUNCTION")
        ? Optional.of(
            new CreateRoutine(
                name(afterExistence),
                afterExistence > kind + 1,
                List.of(new NotAnalysed(error.reason(), error.where())),
                head(nameEnd(afterExistence) - 1)))
        : Optional.empty();
  }

  private int modifiersEnd(String... modifiers) {
    int end = 1;
    while (words.isAny(end, modifiers)) {
      end++;
    }
    return end;
  }

  private QualifiedName name(int index) {
    return words.isAny(index + 1, ".")
        ? QualifiedName.of(words.get(index).name(), words.get(index + 2).name())
        : QualifiedName.of(words.get(index).name());
  }

  private int nameEnd(int index) {
    return words.isAny(index + 1, ".") ? index + 3 : index + 1;
  }

  private Span head(int last) {
    int start = words.get(0).start();
    return new Span(start, words.get(last).end() - start);
  }
}
