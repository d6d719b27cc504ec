package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an {@code ALTER TABLE} one action after the other, when the grammar does not know one of
 * them. Such an action is taken by its words, but only of a kind that says nothing about columns,
 * keys and constraints: {@code ALTER CHECK}, {@code SECONDARY_LOAD}.
 */
final class AlterParts {

  private static final Pattern BY_WORDS =
      Pattern.compile(
          "(?:(?:ALTER|ADD\\s+PARTITION|ORDER|PARTITION|SECONDARY\\w*|ENGINE|REORGANIZE)\\b|\\w+\\s*=).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What only MariaDB has, and no grammar knows. */
  private static final Pattern OF_MARIADB =
      Pattern.compile(
          "(?:ADD|DROP)\\s+(?:SYSTEM\\s+VERSIONING|PERIOD\\s+FOR\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String sql;
  private final Words words;
  private final int body;
  private boolean needsMySql;

  private AlterParts(String sql, Words words, int body) {
    this.sql = sql;
    this.words = words;
    this.body = body;
  }

  /** Empty when it is no {@code ALTER TABLE}, or one of its actions is not understood. */
  static Optional<Statement> read(String sql) {
    Words words = Words.of(sql);
    int table = words.find(0, "TABLE");
    if (!words.isAny(0, "ALTER") || table < 0 || table > 3) {
      return Optional.empty();
    }
    int name = words.behind(table + 1, "IF", "EXISTS");
    int body = words.isAny(name + 1, ".") ? name + 3 : name + 1;
    return new AlterParts(sql, words, body).read();
  }

  private Optional<Statement> read() {
    List<AlterTable> parts = new ArrayList<>();
    for (Span part : parts()) {
      Optional<AlterTable> read = part(part);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      parts.add(read.get());
    }
    return parts.isEmpty() || (needsMySql && !Grammar.isMySql(sql))
        ? Optional.empty()
        : Optional.of(joined(parts));
  }

  /** Between commas; behind {@code ORDER BY}, commas separate columns. */
  private List<Span> parts() {
    List<Span> parts = new ArrayList<>();
    int first = body;
    while (first < words.size()) {
      int comma = words.isAny(first, "ORDER") ? -1 : words.find(first, ",");
      int end = comma < 0 ? words.size() : comma;
      if (end > first) {
        int start = words.get(first).start();
        parts.add(new Span(start, words.get(end - 1).end() - start));
      }
      first = end + 1;
    }
    return parts;
  }

  /** Spaces stand for the other actions, so that places in the statement stay. */
  private Optional<AlterTable> part(Span part) {
    String head = sql.substring(0, words.get(body - 1).end());
    String alone = head + " ".repeat(part.offset() - head.length()) + part.in(sql);
    try {
      return MySqlStatementParser.readKnown(alone) instanceof AlterTable alter
          ? Optional.of(alter)
          : Optional.empty();
    } catch (Grammar.Unreadable e) {
      boolean ofMariaDb = OF_MARIADB.matcher(part.in(sql)).matches();
      needsMySql |= !ofMariaDb;
      return ofMariaDb || BY_WORDS.matcher(part.in(sql)).matches()
          ? byWords(head, part)
          : Optional.empty();
    }
  }

  private Optional<AlterTable> byWords(String head, Span part) {
    try {
      return MySqlStatementParser.readKnown(head) instanceof AlterTable alter
          ? Optional.of(
              new AlterTable(
                  alter.table(),
                  List.of(new AlterAction.OtherAction(part.in(sql), part)),
                  alter.ifExists(),
                  alter.online(),
                  alter.span()))
          : Optional.empty();
    } catch (Grammar.Unreadable e) {
      return Optional.empty();
    }
  }

  private static AlterTable joined(List<AlterTable> parts) {
    AlterTable first = parts.get(0);
    Optional<String> algorithm = Optional.empty();
    Optional<String> lock = Optional.empty();
    for (AlterTable part : parts) {
      Optional<String> before = algorithm;
      Optional<String> lockBefore = lock;
      algorithm = part.online().algorithm().or(() -> before);
      lock = part.online().lock().or(() -> lockBefore);
    }
    return new AlterTable(
        first.table(),
        parts.stream().flatMap(part -> part.actions().stream()).toList(),
        first.ifExists(),
        new OnlineClause(algorithm, lock),
        first.span());
  }
}
