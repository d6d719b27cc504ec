package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the default of a new column costs on MySQL and MariaDB; measured on 9.7 and 11.8. */
final class NewDefault {

  /** MariaDB asks these again for every row. */
  private static final Set<String> PER_ROW =
      Set.of("uuid", "uuid_v4", "uuid_v7", "uuid_short", "sys_guid", "nextval", "random_bytes");

  /** What the statement-based log of MySQL cannot repeat. */
  private static final Set<String> UNSAFE = Set.of("uuid", "uuid_short", "rand", "random_bytes");

  private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|\"[^\"]*+\"");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`|(\\w+)");

  private NewDefault() {}

  /** True when the old rows get it by a copy. */
  static boolean copies(Step step, QualifiedName table, String sql) {
    if (step.database() == Database.MYSQL) {
      // The parentheses alone make it an expression, even around a constant.
      return sql.startsWith("(");
    }
    return words(sql)
        .anyMatch(
            word ->
                PER_ROW.contains(word)
                    || step.schema().table(table).flatMap(t -> t.column(word)).isPresent());
  }

  /** True when MySQL refuses it while a log is written that repeats statements. */
  static boolean isUnsafe(String sql) {
    return words(sql).anyMatch(UNSAFE::contains);
  }

  private static Stream<String> words(String sql) {
    return WORD.matcher(STRING.matcher(sql).replaceAll("''"))
        .results()
        .map(MatchResult::group)
        .map(word -> word.replace("`", "").toLowerCase(Locale.ROOT));
  }
}
