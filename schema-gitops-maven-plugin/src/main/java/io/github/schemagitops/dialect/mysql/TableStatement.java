package io.github.schemagitops.dialect.mysql;

import java.util.List;
import java.util.Optional;

/**
 * A statement that changes tables.
 *
 * @param kind what it does
 * @param sql its text
 * @param words its words
 * @param targets the tables that it changes, makes or removes
 * @param renames the new names; as many as targets for {@link Kind#RENAME}, at most one for {@link
 *     Kind#ALTER}
 * @param temporary true when it is about temporary tables only
 * @param body index of the word after the name of the only target
 */
record TableStatement(
    Kind kind,
    String sql,
    List<SqlWord> words,
    List<TableName> targets,
    List<TableName> renames,
    boolean temporary,
    int body) {

  enum Kind {
    ALTER,
    CREATE_INDEX,
    DROP_INDEX,
    RENAME,
    OPTIMIZE,
    DROP,
    TRUNCATE,
    CREATE;

    /** True when the server has more than one way to do it, and can be told which to use. */
    boolean hasAlgorithm() {
      return this != DROP && this != TRUNCATE && this != CREATE;
    }
  }

  TableStatement {
    targets = List.copyOf(targets);
    renames = List.copyOf(renames);
  }

  /** A clause {@code ALGORITHM} or {@code LOCK}; words from {@code first} to before {@code end}. */
  record Clause(String value, int first, int end) {}

  /** What the statement itself asks for, unless that is the default. */
  Optional<String> named(String keyword) {
    return clauses(keyword).stream()
        .map(Clause::value)
        .reduce((first, last) -> last)
        .filter(v -> !v.equals("DEFAULT"));
  }

  List<Clause> clauses(String keyword) {
    return ClauseFinder.find(this, keyword);
  }
}
