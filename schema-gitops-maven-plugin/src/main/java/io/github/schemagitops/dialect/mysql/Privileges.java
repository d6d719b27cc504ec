package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the login may see. The catalogs hide what it may not, without a word, so "nothing there" is
 * only true where the privileges say that it would be shown.
 *
 * @param grants what {@code SHOW GRANTS} says, those of active roles included
 */
record Privileges(List<Grant> grants) {

  /** What to grant so that bodies of routines are shown. */
  static final String TO_SEE_BODIES =
      "grant it SHOW_ROUTINE (MySQL), SHOW CREATE ROUTINE (MariaDB) or SELECT on all databases";

  private static final Pattern GRANT =
      Pattern.compile(
          "^(GRANT|REVOKE) (.+?) ON (?:TABLE )?(\\*|`(?:[^`]|``)*+`)\\.(\\*|`(?:[^`]|``)*+`) (?:TO|FROM) .*",
          Pattern.DOTALL);

  /** MySQL gives it on all databases or not at all. */
  private static final String EVERYWHERE = "SHOW_ROUTINE";

  private static final List<String> OF_ROUTINES =
      List.of("EXECUTE", "ALTER ROUTINE", "CREATE ROUTINE", "SHOW CREATE ROUTINE");

  /**
   * Privileges on a database, or on all.
   *
   * @param given false when this takes them away
   * @param names in capitals
   * @param database a pattern as in {@code LIKE}, or {@code *}
   * @param table its name, or {@code *}
   */
  record Grant(boolean given, Set<String> names, String database, String table) {

    boolean concerns(String wanted) {
      return database.equals("*") || matches(database, wanted);
    }

    /** True when a pattern of a database's name means a database. */
    static boolean matches(String pattern, String wanted) {
      return like(pattern).matcher(wanted).matches();
    }

    private static Pattern like(String pattern) {
      StringBuilder regex = new StringBuilder();
      for (int at = 0; at < pattern.length(); at++) {
        char c = pattern.charAt(at);
        if (c == '\\' && at + 1 < pattern.length()) {
          at++;
          regex.append(Pattern.quote(String.valueOf(pattern.charAt(at))));
        } else {
          regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
      }
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
  }

  static Privileges read(Connection connection) throws SQLException {
    List<Grant> grants = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show grants")) {
      while (rows.next()) {
        Matcher grant = GRANT.matcher(rows.getString(1));
        if (grant.matches()) {
          grants.add(
              new Grant(
                  grant.group(1).equals("GRANT"),
                  names(grant.group(2)),
                  unquoted(grant.group(3)),
                  unquoted(grant.group(4))));
        }
      }
    }
    return new Privileges(grants);
  }

  /** Names of privileges on whole tables; those on single columns are none. */
  private static Set<String> names(String list) {
    Set<String> names = new HashSet<>();
    for (String name : list.split(", (?![^(]*\\))", -1)) {
      names.add(name.equals("ALL") ? "ALL PRIVILEGES" : name);
    }
    return names;
  }

  private static String unquoted(String name) {
    return name.equals("*") ? name : name.substring(1, name.length() - 1).replace("``", "`");
  }

  /** Privileges without which some objects of a database would be hidden. */
  List<String> missing(String database, boolean mariaDb) {
    List<String> missing = new ArrayList<>();
    for (String needed : List.of("SELECT", "SHOW VIEW", "TRIGGER", "EVENT")) {
      if (!has(needed, database)) {
        missing.add(needed);
      }
    }
    boolean routines =
        OF_ROUTINES.stream().anyMatch(p -> has(p, database))
            || everywhere("SELECT")
            || (mariaDb ? has("SELECT", "mysql") : everywhere("SHOW_ROUTINE"));
    if (!routines) {
      missing.add(mariaDb ? "SHOW CREATE ROUTINE" : "SHOW_ROUTINE");
    }
    return missing;
  }

  /**
   * Statements that give what is missing.
   *
   * @param account as in {@code current_user()}
   */
  static String grants(List<String> missing, String database, String account) {
    int at = account.lastIndexOf('@');
    String to =
        at < 0
            ? ServerText.literal(account)
            : ServerText.literal(account.substring(0, at))
                + "@"
                + ServerText.literal(account.substring(at + 1));
    List<String> statements = new ArrayList<>();
    List<String> local = missing.stream().filter(p -> !p.equals(EVERYWHERE)).toList();
    if (!local.isEmpty()) {
      // The name of a database is a pattern there.
      String pattern = Names.always(database.replace("_", "\\_").replace("%", "\\%"));
      statements.add("GRANT %s ON %s.* TO %s".formatted(String.join(", ", local), pattern, to));
    }
    if (missing.contains(EVERYWHERE)) {
      statements.add("GRANT %s ON *.* TO %s".formatted(EVERYWHERE, to));
    }
    return String.join("; ", statements);
  }

  /** True when the login sees what others may do. */
  boolean showAccounts() {
    return has("SELECT", "mysql");
  }

  private boolean has(String privilege, String database) {
    List<Grant> concerning =
        grants.stream()
            .filter(g -> g.table().equals("*"))
            .filter(g -> g.names().contains(privilege) || g.names().contains("ALL PRIVILEGES"))
            .filter(g -> g.concerns(database))
            .toList();
    return !concerning.isEmpty() && concerning.stream().allMatch(Grant::given);
  }

  private boolean everywhere(String privilege) {
    return grants.stream()
        .filter(g -> g.database().equals("*") && g.table().equals("*"))
        .anyMatch(g -> g.names().contains(privilege) || g.names().contains("ALL PRIVILEGES"));
  }
}
