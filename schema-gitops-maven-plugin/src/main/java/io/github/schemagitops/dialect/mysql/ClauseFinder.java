package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.TableStatement.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds {@code ALGORITHM=…} and {@code LOCK=…}, which may also be names of columns. */
final class ClauseFinder {

  private static final Set<String> VALUES =
      Set.of("DEFAULT", "INSTANT", "INPLACE", "NOCOPY", "COPY", "NONE", "SHARED", "EXCLUSIVE");

  private ClauseFinder() {}

  static List<Clause> find(TableStatement statement, String keyword) {
    List<Clause> found = new ArrayList<>();
    List<SqlWord> words = statement.words();
    int depth = 0;
    for (int i = statement.body(); i < words.size(); i++) {
      SqlWord word = words.get(i);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0 && word.is(keyword) && beginsAction(statement, i)) {
        int value = i + 1 < words.size() && words.get(i + 1).is("=") ? i + 2 : i + 1;
        if (value < words.size()) {
          String text = words.get(value).text().toUpperCase(Locale.ROOT);
          if (VALUES.contains(text)) {
            found.add(new Clause(text, i, value + 1));
          }
        }
      }
    }
    return found;
  }

  /** In {@code ADD lock int} the word is a name: actions begin the list or follow a comma. */
  private static boolean beginsAction(TableStatement statement, int index) {
    return statement.kind() != TableStatement.Kind.ALTER
        || index == statement.body()
        || statement.words().get(index - 1).is(",");
  }
}
