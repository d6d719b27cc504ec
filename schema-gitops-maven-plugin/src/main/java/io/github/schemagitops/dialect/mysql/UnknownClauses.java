package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.statement.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Clauses that MySQL or MariaDB take and the grammar does not know. Those that say nothing about
 * tables, or little that their words tell, are left out of what is read.
 *
 * @param sql the text with spaces in their place
 * @param clauses where they were
 */
record UnknownClauses(String sql, List<Span> clauses) {

  UnknownClauses {
    clauses = List.copyOf(clauses);
  }

  /** MariaDB's types that the grammar does not know look like this one, which is as long. */
  private static final String TYPE = "POINT";

  static UnknownClauses leftOut(String sql) {
    Words words = Words.of(sql);
    StringBuilder text = new StringBuilder(sql);
    List<Span> clauses = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int end = end(words, i);
      if (end > i) {
        int from = words.get(i).start();
        int to = words.get(end - 1).end();
        clauses.add(new Span(from, to - from));
        text.replace(from, to, " ".repeat(to - from));
        i = end - 1;
      } else if (isType(words, i)) {
        text.replace(words.get(i).start(), words.get(i).end(), TYPE);
      } else if (words.isAny(i, "TABLES") && words.isAny(0, "DROP", "RENAME") && i <= 2) {
        text.replace(words.get(i).end() - 1, words.get(i).end(), " ");
      }
    }
    return new UnknownClauses(text.toString(), clauses);
  }

  /** Index of the word behind a clause that begins here; the same index when none does. */
  private static int end(Words words, int i) {
    int end = i;
    for (Clause clause : CLAUSES) {
      end = Math.max(end, clause.end(words, i));
    }
    return Math.min(end, words.size());
  }

  private static boolean isType(Words words, int i) {
    return words.isAny(i, "INET4", "INET6")
        && words.isName(i - 1)
        && words.isAny(i - 2, "(", ",", "ADD", "COLUMN", "MODIFY");
  }

  private interface Clause {
    int end(Words words, int i);
  }

  private static final List<Clause> CLAUSES =
      List.of(
          (words, i) -> words.isAny(i - 1, ")") ? words.behind(i, "NOT", "ENFORCED") : i,
          (words, i) -> words.isAny(i - 1, ")") ? words.behind(i, "ENFORCED") : i,
          (words, i) -> words.isNumber(i + 1) ? words.behind(i, "SRID", null) : i,
          (words, i) -> words.behind(i, "NOT", "SECONDARY"),
          UnknownClauses::secondaryEngine,
          UnknownClauses::oldCharset,
          (words, i) -> words.behind(i, "ON", "DELETE", "SET", "DEFAULT"),
          (words, i) -> words.behind(i, "ON", "UPDATE", "SET", "DEFAULT"),
          UnknownClauses::commonTables,
          UnknownClauses::newRow,
          UnknownClauses::rowValue,
          UnknownClauses::rowLock,
          UnknownClauses::returning,
          UnknownClauses::alias,
          UnknownClauses::keyPartitions,
          UnknownClauses::existence,
          (words, i) -> words.isAny(i - 1, "SET") ? words.behind(i, "PERSIST") : i,
          (words, i) -> words.isAny(i - 1, "SET") ? words.behind(i, "PERSIST_ONLY") : i,
          (words, i) ->
              words.isAny(0, "ALTER") && words.isName(i - 1) ? words.behind(i, "CASCADE") : i,
          (words, i) -> i == 1 && words.isAny(0, "BEGIN") ? words.behind(i, "NOT", "ATOMIC") : i);

  /** In {@code ALTER} it is an action. */
  private static int secondaryEngine(Words words, int i) {
    int end = words.behind(i, "SECONDARY_ENGINE", "=", null);
    return words.isAny(0, "ALTER") ? i : end > i ? end : words.behind(i, "SECONDARY_ENGINE", null);
  }

  /** {@code char(10) ASCII}, from times before {@code CHARACTER SET}. */
  private static int oldCharset(Words words, int i) {
    return words.isAny(i, "ASCII", "UNICODE") && words.isAny(i - 1, ")", "CHAR", "TEXT")
        ? i + 1
        : i;
  }

  /** {@code WITH a AS (…), b (c) AS (…)}, which only ever selects. */
  private static int commonTables(Words words, int i) {
    if (!words.isAny(i, "WITH")) {
      return i;
    }
    int at = words.isAny(i + 1, "RECURSIVE") ? i + 2 : i + 1;
    while (words.isName(at)) {
      int as = words.isAny(at + 1, "(") ? words.close(at + 1) : at + 1;
      if (!words.isAny(as, "AS") || !words.isAny(as + 1, "(")) {
        return i;
      }
      int end = words.close(as + 1);
      if (!words.isAny(end, ",")) {
        return end;
      }
      at = end + 1;
    }
    return i;
  }

  /** {@code VALUES (…) AS new (a, b) ON DUPLICATE KEY UPDATE …}. */
  private static int newRow(Words words, int i) {
    if (!words.isAny(i, "AS") || !words.isAny(i - 1, ")")) {
      return i;
    }
    int end = words.isAny(i + 2, "(") ? words.close(i + 2) : i + 2;
    return words.isAny(end, "ON") && words.isAny(end + 1, "DUPLICATE") ? end : i;
  }

  private static int rowValue(Words words, int i) {
    return words.isAny(0, "INSERT", "REPLACE")
            && words.isAny(i + 1, "(")
            && (words.isAny(i - 1, "VALUES") || (words.isAny(i - 1, ",") && words.depth(i) == 0))
        ? words.behind(i, "ROW")
        : i;
  }

  /** {@code FOR SHARE OF a, b NOWAIT}. */
  private static int rowLock(Words words, int i) {
    if (!words.isAny(i, "FOR") || !words.isAny(i + 1, "SHARE", "UPDATE")) {
      return i;
    }
    int end = i + 2;
    if (words.isAny(end, "OF")) {
      end += 2;
      while (words.isAny(end, ",")) {
        end += 2;
      }
    }
    end = words.isAny(end, "NOWAIT") ? end + 1 : end;
    return words.isAny(end, "SKIP") ? end + 2 : end;
  }

  private static int returning(Words words, int i) {
    return words.isAny(0, "INSERT", "REPLACE", "DELETE")
            && words.isAny(i, "RETURNING")
            && words.depth(i) == 0
        ? words.size()
        : i;
  }

  /** {@code DELETE FROM a AS b WHERE …}. */
  private static int alias(Words words, int i) {
    if (!words.isAny(0, "DELETE") || !words.isName(i - 1) || words.depth(i) > 0) {
      return i;
    }
    int table = words.isAny(i - 2, ".") ? i - 3 : i - 1;
    int name = words.isAny(i, "AS") ? i + 1 : i;
    boolean last = name + 1 == words.size() || words.isAny(name + 1, "WHERE", "ORDER", "LIMIT");
    boolean alias = words.isName(name) && !words.isAny(name, "WHERE", "ORDER", "LIMIT", "USING");
    return words.isAny(table - 1, "FROM") && alias && last ? name + 1 : i;
  }

  /** {@code PARTITION BY KEY ()}, which means the primary key; in {@code ALTER} it is an action. */
  private static int keyPartitions(Words words, int i) {
    int key = words.behind(i, "PARTITION", "BY");
    key = words.isAny(key, "LINEAR") ? key + 1 : key;
    if (key == i || words.isAny(0, "ALTER") || !words.isAny(key, "KEY")) {
      return i;
    }
    int open = words.isAny(key + 1, "ALGORITHM") ? key + 4 : key + 1;
    if (!words.isAny(open, "(") || !words.isAny(open + 1, ")")) {
      return i;
    }
    return words.isAny(open + 2, "PARTITIONS") ? open + 4 : open + 2;
  }

  private static int existence(Words words, int i) {
    if (words.isAny(i - 1, "CONSTRAINT", "VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT")) {
      return words.behind(i, "IF", "NOT", "EXISTS");
    }
    boolean renames =
        words.isAny(i - 1, "INDEX", "KEY", "COLUMN", "TABLE", "TABLES")
            && words.isAny(i - 2, "RENAME");
    return renames ? words.behind(i, "IF", "EXISTS") : i;
  }
}
