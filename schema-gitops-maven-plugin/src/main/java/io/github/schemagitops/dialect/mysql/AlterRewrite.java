package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.TableStatement.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Words a statement so that it runs on the copies, and in the way that is tried. */
final class AlterRewrite {

  /** Only the way of renaming is tried, and the real new name may be that of another copy. */
  private static final String NEW_NAME = "schema_gitops_renamed";

  private final TableStatement statement;
  private final String database;
  private final String probe;

  /**
   * @param database where the real tables are
   * @param probe where the copies are, under the same names
   */
  AlterRewrite(TableStatement statement, String database, String probe) {
    this.statement = statement;
    this.database = database;
    this.probe = probe;
  }

  private record Edit(int start, int end, String text) {}

  /** The statement itself, on the copies. */
  String onCopies() {
    return apply(qualifiers());
  }

  /**
   * The statement for one of its tables, told which way to take.
   *
   * @param table the copy's name
   */
  String with(Attempt attempt, String table) {
    String alter = "ALTER TABLE %s %s".formatted(TableName.quote(table), attempt.clause(", "));
    return switch (statement.kind()) {
      case ALTER -> alterWith(attempt);
      case CREATE_INDEX -> createIndexWith(attempt);
      case DROP_INDEX -> alter + ", DROP INDEX " + apply(qualifiers(), indexName());
      case RENAME -> alter + ", RENAME TO " + NEW_NAME;
      case OPTIMIZE -> alter + ", FORCE";
      case DROP, TRUNCATE, CREATE ->
          throw new IllegalStateException(statement.kind() + " knows no ways");
    };
  }

  private String alterWith(Attempt attempt) {
    List<Edit> edits = new ArrayList<>(qualifiers());
    List<SqlWord> words = statement.words();
    int first = firstAction();
    boolean more = first < words.size();
    // Options that follow the list of actions are not separated from it.
    boolean comma = more && !words.get(first).is("PARTITION") && !removesPartitioning(words, first);
    int at = words.get(statement.body() - 1).end();
    edits.add(new Edit(at, at, " " + attempt.clause(", ") + (comma ? ", " : " ")));
    clauses().forEach(clause -> edits.add(withoutComma(clause)));
    return apply(edits);
  }

  /** Index of the first word that belongs to no clause about the way. */
  private int firstAction() {
    int first = statement.body();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Clause clause : clauses().toList()) {
        if (clause.first() == first) {
          first = clause.end();
          first += first < statement.words().size() && statement.words().get(first).is(",") ? 1 : 0;
          moved = true;
        }
      }
    }
    return first;
  }

  private static boolean removesPartitioning(List<SqlWord> words, int first) {
    return words.get(first).is("REMOVE")
        && first + 1 < words.size()
        && words.get(first + 1).is("PARTITIONING");
  }

  /** The comma before it, or after it when it is the first. */
  private Edit withoutComma(Clause clause) {
    List<SqlWord> words = statement.words();
    boolean leads = clause.first() < firstAction();
    boolean commaAfter = clause.end() < words.size() && words.get(clause.end()).is(",");
    int first = !leads ? clause.first() - 1 : clause.first();
    int last = leads && commaAfter ? clause.end() : clause.end() - 1;
    return new Edit(words.get(first).start(), words.get(last).end(), " ");
  }

  private String createIndexWith(Attempt attempt) {
    List<Edit> edits = new ArrayList<>(qualifiers());
    List<SqlWord> words = statement.words();
    clauses()
        .map(c -> new Edit(words.get(c.first()).start(), words.get(c.end() - 1).end(), " "))
        .forEach(edits::add);
    int end = words.get(words.size() - 1).end();
    edits.add(new Edit(end, end, " " + attempt.clause(" ")));
    return apply(edits);
  }

  private Stream<Clause> clauses() {
    return Stream.of("ALGORITHM", "LOCK").flatMap(k -> statement.clauses(k).stream());
  }

  /** The words between {@code INDEX} and {@code ON}. */
  private List<SqlWord> indexName() {
    List<SqlWord> words = statement.words();
    int index = 0;
    while (!words.get(index).is("INDEX")) {
      index++;
    }
    int on = index + 1;
    while (!words.get(on).is("ON")) {
      on++;
    }
    return words.subList(index + 1, on);
  }

  private List<Edit> qualifiers() {
    List<Edit> edits = new ArrayList<>();
    List<SqlWord> words = statement.words();
    for (int i = 0; i + 2 < words.size(); i++) {
      SqlWord word = words.get(i);
      boolean qualifies = word.isName() && words.get(i + 1).is(".") && words.get(i + 2).isName();
      if (qualifies && word.name().equals(database)) {
        edits.add(new Edit(word.start(), word.end(), TableName.quote(probe)));
      }
    }
    return edits;
  }

  private String apply(List<Edit> edits, List<SqlWord> part) {
    int start = part.get(0).start();
    int end = part.get(part.size() - 1).end();
    List<Edit> inside = edits.stream().filter(e -> e.start >= start && e.end <= end).toList();
    return apply(inside, start, end);
  }

  private String apply(List<Edit> edits) {
    return apply(edits, 0, statement.sql().length());
  }

  private String apply(List<Edit> edits, int start, int end) {
    StringBuilder text = new StringBuilder();
    int at = start;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      // Clauses side by side claim the same comma.
      if (edit.start >= at) {
        text.append(statement.sql(), at, edit.start);
      }
      text.append(edit.text);
      at = Math.max(at, edit.end);
    }
    return text.append(statement.sql(), at, end).toString();
  }
}
