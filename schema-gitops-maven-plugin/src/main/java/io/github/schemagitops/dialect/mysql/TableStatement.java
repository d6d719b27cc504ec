package io.github.schemagitops.dialect.mysql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /** True when it replaces a table of the same name. */
  boolean replaces() {
    return kind == Kind.CREATE && words.get(1).is("OR");
  }

  /** True when it names a table that a foreign key refers to. */
  boolean refers() {
    return words.stream().anyMatch(w -> w.is("REFERENCES"));
  }

  /** What stands before a dot: names of databases, or of tables before columns. */
  Set<String> qualifiers() {
    Set<String> qualifiers = new TreeSet<>();
    for (int i = 0; i + 2 < words.size(); i++) {
      if (words.get(i).isName() && words.get(i + 1).is(".")) {
        qualifiers.add(words.get(i).name());
      }
    }
    return qualifiers;
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
