package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.TableStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises statements that change tables. */
final class TableStatementReader {

  private final String sql;
  private final List<SqlWord> words;
  private final List<TableName> targets = new ArrayList<>();
  private final List<TableName> renames = new ArrayList<>();
  private int at;
  private boolean temporary;

  private TableStatementReader(String sql, List<SqlWord> words) {
    this.sql = sql;
    this.words = words;
  }

  /** The statement; empty when it changes no table. */
  static Optional<TableStatement> read(String sql, List<SqlWord> words) {
    return new TableStatementReader(sql, words).read();
  }

  private Optional<TableStatement> read() {
    if (accept("ALTER")) {
      acceptAll("ONLINE", "OFFLINE", "IGNORE");
      return accept("TABLE") ? alter() : Optional.empty();
    }
    if (accept("CREATE")) {
      return create();
    }
    if (accept("DROP")) {
      return drop();
    }
    if (accept("RENAME")) {
      return accept("TABLE") || accept("TABLES") ? rename() : Optional.empty();
    }
    if (accept("OPTIMIZE")) {
      acceptAll("NO_WRITE_TO_BINLOG", "LOCAL");
      return accept("TABLE") || accept("TABLES") ? list(Kind.OPTIMIZE) : Optional.empty();
    }
    if (accept("TRUNCATE")) {
      accept("TABLE");
      return list(Kind.TRUNCATE);
    }
    return Optional.empty();
  }

  private Optional<TableStatement> alter() {
    target();
    skipWait();
    int body = at;
    int depth = 0;
    while (at < words.size()) {
      SqlWord word = words.get(at++);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0 && word.is("RENAME") && (at - 1 == body || words.get(at - 2).is(","))) {
        renameAction();
      }
    }
    return statement(Kind.ALTER, body);
  }

  private void renameAction() {
    if (peek("COLUMN") || peek("INDEX") || peek("KEY")) {
      return;
    }
    acceptAll("TO", "AS", "=");
    name().ifPresent(renames::add);
  }

  private Optional<TableStatement> create() {
    if (accept("OR")) {
      accept("REPLACE");
    }
    temporary = accept("TEMPORARY");
    if (accept("TABLE")) {
      target();
      return statement(Kind.CREATE, at);
    }
    acceptAll("ONLINE", "OFFLINE", "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");
    return accept("INDEX") ? index(Kind.CREATE_INDEX) : Optional.empty();
  }

  private Optional<TableStatement> drop() {
    temporary = accept("TEMPORARY");
    if (accept("TABLE") || accept("TABLES")) {
      return list(Kind.DROP);
    }
    acceptAll("ONLINE", "OFFLINE");
    return accept("INDEX") ? index(Kind.DROP_INDEX) : Optional.empty();
  }

  private Optional<TableStatement> index(Kind kind) {
    while (at < words.size() && !accept("ON")) {
      at++;
    }
    target();
    return statement(kind, at);
  }

  private Optional<TableStatement> rename() {
    do {
      target();
      skipWait();
      acceptAll("TO");
      name().ifPresent(renames::add);
    } while (accept(","));
    return statement(Kind.RENAME, at);
  }

  private Optional<TableStatement> list(Kind kind) {
    do {
      target();
    } while (accept(","));
    return statement(kind, at);
  }

  private void target() {
    if (accept("IF")) {
      acceptAll("NOT", "EXISTS");
    }
    name().ifPresent(targets::add);
  }

  private Optional<TableName> name() {
    if (at >= words.size() || !words.get(at).isName()) {
      return Optional.empty();
    }
    String first = words.get(at++).name();
    if (peek(".") && at + 1 < words.size() && words.get(at + 1).isName()) {
      at += 2;
      return Optional.of(new TableName(Optional.of(first), words.get(at - 1).name()));
    }
    return Optional.of(new TableName(Optional.empty(), first));
  }

  /** How long MariaDB shall wait for the table. */
  private void skipWait() {
    if (accept("WAIT")) {
      at++;
    } else {
      accept("NOWAIT");
    }
  }

  private Optional<TableStatement> statement(Kind kind, int body) {
    return Optional.of(new TableStatement(kind, sql, words, targets, renames, temporary, body));
  }

  private boolean peek(String word) {
    return at < words.size() && words.get(at).is(word);
  }

  private boolean accept(String word) {
    boolean there = peek(word);
    at += there ? 1 : 0;
    return there;
  }

  private void acceptAll(String... any) {
    boolean again = true;
    while (again) {
      again = false;
      for (String word : any) {
        again |= accept(word);
      }
    }
  }
}
