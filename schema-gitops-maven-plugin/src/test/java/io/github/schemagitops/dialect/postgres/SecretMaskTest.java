package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of foreign servers as the server hands them out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretMaskTest {

  private CatalogDatabase database;

  @BeforeAll
  void create() throws SQLException {
    database = CatalogDatabase.empty();
  }

  @AfterAll
  void drop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://svc:secret@host/path|https://***@host/path",
        "https://svc:pa/ss@host|https://***@host",
        "https://svc:p@ss@host:1/x?y=z|https://***@host:1/x?y=z",
        "https://svc:pa#ss:w/rd@host|https://***@host",
        "https://svc:pa?ss@host/x|https://***@host/x",
        "https://svc:p?a/ss@host/x?y|https://***@host/x?y",
        "amqp://a:b@one,amqp://c:d@two|amqp://***@two",
        "host=h password='top secret' port=1|host=h password=*** port=1",
        "host=h password='top \\' secret' port=1|host=h password=*** port=1",
        "host=h password='top '' secret' port=1|host=h password=*** port=1",
        "host=h password='' port=1|host=h password=*** port=1",
        "Server=h;PWD={a;b }} c};Port=1|Server=h;PWD=***;Port=1",
        "Server=h;Password=\"a;b \"\" c\";Port=1|Server=h;Password=***;Port=1",
        "password = plain port=1|password=*** port=1",
        "password=top\\ secret port=1|password=*** port=1",
        "password='never closed port=1|password=***",
        "x=1&access-key=abc&y=2|x=1&access-key=***&y=2",
        "{\"user\": \"u\", \"password\": \"to\\\"p, s\", \"x\": 1}|{\"user\": \"u\", \"password\": \"***\", \"x\": 1}",
        "{'pwd':123}|{'pwd': \"***\"}",
      })
  void secretsReadAsStars(String value, String masked) throws SQLException {
    assertThat(mask("option", value)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host:8443/path?mail=a@b.example",
        "https://host/a/b?x=1&y=2",
        "host='a b' user=\"c d\" port=5432",
        "Driver={PostgreSQL Unicode};Port=1",
        "{\"user\": \"u\", \"port\": 1}",
        "somebody@example.com",
        "select a from b where c = 'd'",
        "passive",
      })
  void otherValuesStayAsTheyAre(String value) throws SQLException {
    assertThat(mask("option", value)).isEqualTo(value);
  }

  @Test
  void anOptionThatIsCalledLikeASecretIsOne() throws SQLException {
    assertThat(mask("Api_Key", "abc")).isEqualTo("***");
  }

  private String mask(String name, String value) throws SQLException {
    String sql = "select %s from (values (?, ?)) o (name, value)";
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(sql.formatted(SecretMask.of("o.name", "o.value")))) {
      statement.setString(1, name);
      statement.setString(2, value);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
