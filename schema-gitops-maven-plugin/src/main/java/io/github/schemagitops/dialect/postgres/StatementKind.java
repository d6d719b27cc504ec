package io.github.schemagitops.dialect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a tracer must know of a statement before it runs, read from its first word. */
enum StatementKind {
  /** Changes settings or transactions: it locks no relation, and some of it must come first. */
  SESSION(
      "SET RESET SHOW BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE DISCARD LISTEN NOTIFY"
          + " UNLISTEN DEALLOCATE PREPARE CHECKPOINT"),
  /** Writes rows. */
  ROWS("INSERT UPDATE DELETE MERGE COPY"),
  /** Empties tables: files and indexes are new, yet no row was looked at. */
  TRUNCATE("TRUNCATE"),
  /** Makes something new; what it does not name it does not hurt. */
  CREATE("CREATE"),
  /** May do anything without naming it. */
  ANYTHING("DO CALL SELECT WITH EXECUTE VALUES EXPLAIN TABLE FETCH"),
  /** Any other: DDL and maintenance. */
  DEFINITION("");

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?s)\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/|\\()*+(\\w+)");

  private final String words;

  StatementKind(String words) {
    this.words = words;
  }

  static StatementKind of(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    String word = first.find() ? first.group(1).toUpperCase(Locale.ROOT) : "";
    return Stream.of(values())
        .filter(kind -> List.of(kind.words.split(" ", -1)).contains(word))
        .findFirst()
        .orElse(DEFINITION);
  }
}
