package io.github.schemagitops.dialect.mysql;

import static java.util.function.Predicate.not;

import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One paragraph of a file of test cases: a comment line that says what happens, comment lines with
 * the expected changes, statements. A comment that begins with the name of a product holds only
 * there.
 */
record ProductCase(
    MySqlServer server, String title, List<String> expected, List<String> statements) {

  /** The cases of one product. */
  static Stream<ProductCase> in(String resource, MySqlServer server) {
    return Arrays.stream(text(resource).split("\n\n"))
        .filter(not(String::isBlank))
        .map(paragraph -> of(paragraph, server))
        .filter(c -> !isOthers(c.title, server));
  }

  /** A new database with what the file {@code base.sql} creates. */
  static MySqlDatabase base(MySqlServer server) throws SQLException {
    MySqlDatabase database = server.newDatabase();
    for (ProductCase part : in("base.sql", server).toList()) {
      part.runOn(database);
    }
    return database;
  }

  void runOn(MySqlDatabase database) throws SQLException {
    database.execute(
        statements.stream()
            .map(s -> s.replace("current_database", database.name()))
            .toArray(String[]::new));
  }

  private static String text(String resource) {
    try (InputStream in = ProductCase.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProductCase of(String paragraph, MySqlServer server) {
    List<String> comments =
        paragraph.lines().filter(l -> l.startsWith("-- ")).map(l -> l.substring(3)).toList();
    String sql = String.join("\n", paragraph.lines().filter(l -> !l.startsWith("-- ")).toList());
    return new ProductCase(
        server,
        comments.isEmpty() ? sql : comments.get(0),
        comments.stream()
            .skip(1)
            .filter(line -> !isOthers(line, server))
            .map(line -> line.replaceFirst("^(mysql|mariadb): ", ""))
            .toList(),
        Arrays.stream(sql.split(";\n|;$")).filter(not(String::isBlank)).toList());
  }

  private static boolean isOthers(String line, MySqlServer server) {
    return Stream.of(MySqlServer.values())
        .anyMatch(s -> s != server && line.startsWith(s.product().id() + ": "));
  }

  @Override
  public String toString() {
    return server.product().title() + ": " + title;
  }
}
