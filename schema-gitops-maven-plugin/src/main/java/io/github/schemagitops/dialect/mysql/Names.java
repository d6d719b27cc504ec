package io.github.schemagitops.dialect.mysql;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How objects are called. What is in the connection's own database has no qualifier: databases that
 * are made by the same migrations have different names, and SQL that names none works in all.
 *
 * @param own the connection's database, when it selected one
 */
record Names(Optional<String> own) {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** An object of a database. */
  String of(String database, String name) {
    return isOwn(database) ? quoted(name) : quoted(database) + "." + quoted(name);
  }

  /** What belongs to a table. */
  String of(String database, String table, String name) {
    return of(database, table) + "." + quoted(name);
  }

  boolean isOwn(String database) {
    return own.filter(database::equals).isPresent();
  }

  /** As SQL needs it, so that what is made of names is SQL. */
  static String quoted(String name) {
    return PLAIN.matcher(name).matches() && !ReservedWords.contains(name) ? name : always(name);
  }

  static String always(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** An object in any database, for statements of our own. */
  static String path(String database, String name) {
    return always(database) + "." + always(name);
  }

  /**
   * Text that the server wrote, without the own database's name in front of names. Leaves strings
   * alone.
   */
  String withoutOwn(String sql) {
    if (own.isEmpty()) {
      return sql;
    }
    String qualifier = always(own.get()) + ".";
    StringBuilder out = new StringBuilder(sql.length());
    int at = 0;
    while (at < sql.length()) {
      if (sql.startsWith(qualifier, at)) {
        at += qualifier.length();
      } else {
        int end = ServerText.endOfToken(sql, at);
        out.append(sql, at, end);
        at = end;
      }
    }
    return out.toString();
  }
}
