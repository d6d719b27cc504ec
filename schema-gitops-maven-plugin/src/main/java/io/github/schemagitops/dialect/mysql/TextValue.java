package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that an expression may come to. Constants behind conditions are known: {@code IF(…,
 * 'ALTER TABLE …', 'SELECT 1')}. What is put together from pieces is not.
 */
final class TextValue {

  private static final Span NOWHERE = new Span(0, 1);

  private final String sql;
  private final Words words;
  private final List<Statement> statements = new ArrayList<>();

  private TextValue(String sql, Words words) {
    this.sql = sql;
    this.words = words;
  }

  /**
   * Reads an expression.
   *
   * @param value where it stands
   * @param sql the whole statement
   */
  static List<Statement> statements(Span value, String sql) {
    TextValue text = new TextValue(sql, Words.of(sql.substring(0, value.end())));
    int first = 0;
    while (first < text.words.size() && text.words.get(first).start() < value.offset()) {
      first++;
    }
    text.read(first, text.words.size());
    return text.statements;
  }

  private void read(int from, int to) {
    boolean call = words.isAny(from + 1, "(") && words.close(from + 1) == to;
    if (to - from == 1 && words.get(from).kind() == SqlWord.Kind.STRING) {
      Span constant = new Span(words.get(from).start(), length(from));
      statements.add(DynamicSql.constant(constant, constant, sql));
    } else if (to - from == 1 && words.isAny(from, "NULL")) {
      // Nothing runs.
    } else if (words.isAny(from, "(") && words.close(from) == to) {
      read(from + 1, to - 1);
    } else if (words.isAny(from, "SELECT")) {
      int table = words.find(from, "FROM");
      read(from + 1, table < 0 || table > to ? to : table);
    } else if (call && words.isAny(from, "IF")) {
      arguments(Math.min(next(from + 2, to - 1) + 1, to - 1), to - 1);
    } else if (call && words.isAny(from, "IFNULL", "COALESCE")) {
      arguments(from + 2, to - 1);
    } else if (words.isAny(from, "CASE") && words.isAny(to - 1, "END")) {
      cases(from + 1, to - 1);
    } else {
      statements.add(new NotAnalysed("dynamic SQL", NOWHERE));
    }
  }

  private int length(int word) {
    return words.get(word).end() - words.get(word).start();
  }

  private void arguments(int from, int to) {
    for (int start = from; start < to; start = next(start, to) + 1) {
      read(start, next(start, to));
    }
  }

  /** Index of the next comma, or the end. */
  private int next(int from, int to) {
    return before(words.find(from, ","), to);
  }

  /** What stands behind {@code THEN} and {@code ELSE}. */
  private void cases(int from, int to) {
    int result = words.find(from, "THEN", "ELSE");
    while (result >= 0 && result < to) {
      int end = before(words.find(result + 1, "WHEN", "ELSE"), to);
      read(result + 1, end);
      result = words.find(end, "THEN", "ELSE");
    }
  }

  private static int before(int index, int to) {
    return index < 0 || index > to ? to : index;
  }
}
