package io.github.schemagitops.dialect.mysql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the login may see. The catalogs hide what it may not, without a word, so "nothing there" is
 * only true where the privileges say that it would be shown.
 *
 * <p>Of the patterns that mean one database only the most specific one counts: {@code shop} hides
 * {@code shop%}. Which of two patterns with wildcards that is, and how roles take part, differs, so
 * there each of them has to give a privilege.
 *
 * @param grants what {@code SHOW GRANTS} says, those of active roles included
 * @param literal true when names of databases are no patterns: MySQL's {@code partial_revokes}
 */
record Privileges(List<Grant> grants, boolean literal) {

  /** What to grant so that bodies of routines are shown. */
  static final String TO_SEE_BODIES =
      "grant it SHOW_ROUTINE (MySQL), SHOW CREATE ROUTINE (MariaDB) or SELECT on all databases";

  private static final Pattern GRANT =
      Pattern.compile(
          "^(GRANT|REVOKE) (.+?) ON (?:TABLE )?(\\*|`(?:[^`]|``)*+`)\\.(\\*|`(?:[^`]|``)*+`)"
              + " (?:TO|FROM) (PUBLIC|`(?:[^`]|``)*+`@?).*",
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
   * @param to whose it is; the privileges of these are added up
   */
  record Grant(boolean given, Set<String> names, String database, String table, Holder to) {

    boolean gives(String privilege) {
      return names.contains(privilege) || names.contains("ALL PRIVILEGES");
    }

    boolean isEverywhere() {
      return database.equals("*");
    }

    /** True when a pattern of a database's name means a database. */
    static boolean matches(String pattern, String wanted) {
      return like(pattern).matcher(wanted).matches();
    }

    boolean hasWildcard() {
      return database.replaceAll("(?s)\\\\.", "").matches("(?s).*[%_].*");
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

  /** Who has a privilege. MySQL shows those of roles as the login's own. */
  enum Holder {
    LOGIN,
    ROLE,
    EVERYBODY
  }

  static Privileges read(Connection connection) throws SQLException {
    List<Grant> grants = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      grants(statement, grants);
      try (ResultSet setting = statement.executeQuery("show variables like 'partial_revokes'")) {
        return new Privileges(grants, setting.next() && setting.getString(2).equals("ON"));
      }
    }
  }

  private static void grants(Statement statement, List<Grant> grants) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show grants")) {
      while (rows.next()) {
        Matcher grant = GRANT.matcher(rows.getString(1));
        if (grant.matches()) {
          grants.add(
              new Grant(
                  grant.group(1).equals("GRANT"),
                  names(grant.group(2)),
                  unquoted(grant.group(3)),
                  unquoted(grant.group(4)),
                  holder(grant.group(5))));
        }
      }
    }
  }

  private static Holder holder(String name) {
    return name.equals("PUBLIC")
        ? Holder.EVERYBODY
        : name.endsWith("@") ? Holder.LOGIN : Holder.ROLE;
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
   * Statements that give what is missing: by the patterns that there are, since a new one would
   * hide what they give.
   *
   * @param account as in {@code current_user()}
   */
  String grants(List<String> missing, String database, String account) {
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
      for (String pattern : patternsWithout(local, database)) {
        statements.add(
            "GRANT %s ON %s.* TO %s"
                .formatted(String.join(", ", local), Names.always(pattern), to));
      }
    }
    if (missing.contains(EVERYWHERE)) {
      statements.add("GRANT %s ON *.* TO %s".formatted(EVERYWHERE, to));
    }
    return String.join("; ", statements);
  }

  /** True when every table of a database is shown. */
  boolean showTables(String database) {
    return has("SELECT", database);
  }

  /** True when the login sees what others may do. */
  boolean showAccounts() {
    return has("SELECT", "mysql");
  }

  private List<String> patternsWithout(List<String> privileges, String database) {
    Map<String, List<Grant>> there = decisive(Holder.LOGIN, database);
    if (there.isEmpty()) {
      return List.of(literal ? database : database.replace("_", "\\_").replace("%", "\\%"));
    }
    return there.entrySet().stream()
        .filter(entry -> !privileges.stream().allMatch(p -> given(entry.getValue(), p)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean has(String privilege, String database) {
    boolean taken =
        grants.stream()
            .filter(g -> !g.given() && g.gives(privilege))
            .anyMatch(g -> g.isEverywhere() || concerns(g, database));
    return !taken
        && (everywhere(privilege)
            || Stream.of(Holder.values())
                .map(holder -> decisive(holder, database).values())
                .anyMatch(
                    rows ->
                        !rows.isEmpty() && rows.stream().allMatch(row -> given(row, privilege))));
  }

  private static boolean given(List<Grant> grants, String privilege) {
    return grants.stream().anyMatch(g -> g.gives(privilege));
  }

  /** Grants that the server may look at for a database, by pattern. */
  private Map<String, List<Grant>> decisive(Holder holder, String database) {
    List<Grant> all =
        grants.stream()
            .filter(g -> g.given() && g.to() == holder && g.table().equals("*"))
            .filter(g -> !g.isEverywhere() && concerns(g, database))
            .toList();
    boolean isNamed = all.stream().anyMatch(g -> literal || !g.hasWildcard());
    return all.stream()
        // With roles MySQL takes a pattern that is the name itself before all others.
        .filter(g -> !isNamed || !g.hasWildcard() || g.database().equals(database))
        .collect(groupingBy(Grant::database, TreeMap::new, toList()));
  }

  private boolean concerns(Grant grant, String database) {
    return literal ? grant.database().equals(database) : Grant.matches(grant.database(), database);
  }

  private boolean everywhere(String privilege) {
    return grants.stream()
        .filter(g -> g.isEverywhere() && g.table().equals("*"))
        .anyMatch(g -> g.gives(privilege));
  }
}
