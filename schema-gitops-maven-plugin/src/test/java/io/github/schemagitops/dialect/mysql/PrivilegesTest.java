package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.mysql.Privileges.Grant;
import io.github.schemagitops.dialect.mysql.Privileges.Holder;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of several grants on one database count. */
class PrivilegesTest {

  private static final String ALL = "SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE";
  private static final List<String> NEEDED = List.of("SELECT", "SHOW VIEW", "TRIGGER", "EVENT");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | shop_a  | ALL    | shop%    | SELECT | SHOW VIEW, TRIGGER, EVENT",
        "false | shop\\_a | ALL   | shop%    | SELECT | ",
        "false | shop\\_a | SELECT | shop%   | ALL    | SHOW VIEW, TRIGGER, EVENT",
        "false | shop\\_a | ALL   | shop_a   | SELECT | SHOW VIEW, TRIGGER, EVENT",
        "false | shop__  | ALL    | shop%    | ALL    | ",
        "false | shop__  | ALL    | s%       | INSERT | SELECT, SHOW VIEW, TRIGGER, EVENT",
        "false | s%      | ALL    | other    | SELECT | ",
        "true  | shop%   | ALL    | other    | SELECT | SELECT, SHOW VIEW, TRIGGER, EVENT",
        "true  | shop_a  | ALL    | shop%    | SELECT | ",
        "true  | shop\\_a | ALL   | other    | SELECT | SELECT, SHOW VIEW, TRIGGER, EVENT",
        "false | *       | ALL    | shop\\_a | INSERT | ",
      })
  void only_the_most_specific_pattern_counts(
      boolean literal, String one, String first, String two, String second, String missing) {
    Privileges privileges =
        new Privileges(
            List.of(grant(one, first, Holder.LOGIN), grant(two, second, Holder.LOGIN)), literal);

    assertThat(missing(privileges)).isEqualTo(missing == null ? "" : missing);
  }

  @Test
  void what_roles_may_do_is_added() {
    Privileges privileges =
        new Privileges(
            List.of(
                grant("shop\\_a", "SELECT", Holder.LOGIN),
                grant("shop%", "TRIGGER, EVENT", Holder.ROLE),
                grant("shop\\_a", "SHOW VIEW", Holder.EVERYBODY)),
            false);

    assertThat(missing(privileges)).isEmpty();
  }

  @Test
  void what_is_taken_away_is_missing() {
    Privileges privileges =
        new Privileges(
            List.of(
                grant("*", "ALL", Holder.LOGIN),
                new Grant(false, Set.of("TRIGGER"), "shop_a", "*", Holder.LOGIN)),
            true);

    assertThat(missing(privileges)).isEqualTo("TRIGGER");
  }

  @Test
  void a_new_pattern_is_named_only_where_there_is_none() {
    List<String> trigger = List.of("TRIGGER");

    assertThat(new Privileges(List.of(), false).grants(trigger, "shop_a", "app@%"))
        .isEqualTo("GRANT TRIGGER ON `shop\\_a`.* TO 'app'@'%'");
    assertThat(new Privileges(List.of(), true).grants(trigger, "shop_a", "app@%"))
        .isEqualTo("GRANT TRIGGER ON `shop_a`.* TO 'app'@'%'");
    assertThat(
            new Privileges(List.of(grant("shop_a", "SELECT", Holder.LOGIN)), false)
                .grants(trigger, "shop_a", "app@%"))
        .isEqualTo("GRANT TRIGGER ON `shop_a`.* TO 'app'@'%'");
    assertThat(
            new Privileges(
                    List.of(
                        grant("shop_%", "SELECT", Holder.LOGIN),
                        grant("shop__", "ALL", Holder.LOGIN),
                        grant("s%", "SELECT", Holder.LOGIN)),
                    false)
                .grants(trigger, "shop_a", "app@%"))
        .isEqualTo(
            "GRANT TRIGGER ON `s%`.* TO 'app'@'%'; GRANT TRIGGER ON `shop_%`.* TO 'app'@'%'");
  }

  /** Through another way in MariaDB shows the trigger nevertheless. */
  @ParameterizedTest
  @EnumSource
  void what_a_server_refuses_or_hides_is_missed(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      database.execute(
          "create table t (a int)",
          "create trigger hidden before insert on t for each row set @a = 1");
      String user = "u" + database.name();
      String pattern = database.name().replace("_", "\\_").replaceFirst("\\d$", "%");
      server.execute(
          "create user %s identified by 'pass-word'".formatted(user),
          "grant %s on `%s`.* to %s".formatted(ALL, pattern, user),
          "grant insert on `%s`.* to %s".formatted(database.name().replace("_", "\\_"), user));
      try {
        Look hidden = look(database, user);

        assertThat(hidden.trigger()).isEqualTo(server == MySqlServer.MARIADB);
        assertThatThrownBy(() -> select(database, user)).isInstanceOf(SQLException.class);
        assertThat(hidden.missing()).isEqualTo(NEEDED);

        server.execute(hidden.grants().split("; ", -1));
        Look shown = look(database, user);

        assertThat(shown.trigger()).isTrue();
        select(database, user);
        assertThat(shown.missing()).isEmpty();
      } finally {
        server.execute("drop user " + user);
      }
    }
  }

  private static void select(MySqlDatabase database, String user) throws SQLException {
    try (Connection connection =
            Connections.open(database.server().login(database.name(), user, "pass-word"));
        Statement statement = connection.createStatement()) {
      statement.execute("select a from t");
    }
  }

  /** What a login sees, and what is said about that. */
  private record Look(boolean trigger, List<String> missing, String grants) {}

  private static Look look(MySqlDatabase database, String user) throws SQLException {
    try (Connection connection =
            Connections.open(database.server().login(database.name(), user, "pass-word"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from information_schema.triggers"
                    + " where trigger_schema = database()")) {
      row.next();
      Privileges privileges = Privileges.read(connection);
      List<String> missing =
          privileges.missing(database.name(), true).stream().filter(NEEDED::contains).toList();
      return new Look(
          row.getInt(1) == 1, missing, privileges.grants(missing, database.name(), user + "@%"));
    }
  }

  private static String missing(Privileges privileges) {
    return String.join(
        ", ", privileges.missing("shop_a", true).stream().filter(NEEDED::contains).toList());
  }

  private static Grant grant(String pattern, String privileges, Holder holder) {
    List<String> names =
        Arrays.asList((privileges.equals("ALL") ? ALL : privileges).split(", ", -1));
    return new Grant(true, Set.copyOf(names), pattern, "*", holder);
  }
}
