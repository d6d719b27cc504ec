package io.github.schemagitops.testing;

import static java.util.function.Predicate.not;

import io.github.schemagitops.config.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One paragraph of a file of test cases: a comment line that says what happens, comment lines with
 * the expected changes, statements. A comment that begins with a server, as in {@code mariadb: },
 * {@code postgresql 17+: } or {@code postgresql 17-: }, holds only there: on that product, from or
 * up to that version. When it is the first one, so does the whole paragraph.
 *
 * @param title what happens
 * @param expected titles of the expected changes with their types, for instance {@code ADDED column
 *     orders.note}; the first one is what the case is about
 * @param statements in a statement, {@code current_database} stands for the database's name
 */
public record SqlCase(String title, List<String> expected, List<String> statements) {

  private static final Pattern CONDITION =
      Pattern.compile("(postgresql|mysql|mariadb)(?: (\\d+)([+-]))?: (.*)");

  /**
   * The cases of one server.
   *
   * @param resource path below {@code io/github/schemagitops}, for instance {@code
   *     dialect/mysql/base.sql}
   * @param major the server's major version
   */
  public static List<SqlCase> in(String resource, Database product, int major) {
    return Arrays.stream(text(resource).split("\n\n"))
        .filter(not(String::isBlank))
        .flatMap(paragraph -> of(paragraph, product, major).stream())
        .toList();
  }

  /** The statements with a database's name in them. */
  public List<String> statementsFor(String database) {
    return statements.stream().map(s -> s.replace("current_database", database)).toList();
  }

  private static Optional<SqlCase> of(String paragraph, Database product, int major) {
    List<String> comments =
        paragraph.lines().filter(l -> l.startsWith("-- ")).map(l -> l.substring(3)).toList();
    String sql = String.join("\n", paragraph.lines().filter(l -> !l.startsWith("-- ")).toList());
    List<String> statements =
        Arrays.stream(sql.split(";\n|;$")).filter(not(String::isBlank)).toList();
    if (comments.isEmpty()) {
      return Optional.of(new SqlCase(sql, List.of(), statements));
    }
    List<String> expected =
        comments.stream().skip(1).flatMap(line -> heldBy(product, major, line).stream()).toList();
    return heldBy(product, major, comments.get(0))
        .map(title -> new SqlCase(title, expected, statements));
  }

  /** The line without its condition, when that server meets it. */
  private static Optional<String> heldBy(Database product, int major, String line) {
    Matcher condition = CONDITION.matcher(line);
    if (!condition.matches()) {
      return Optional.of(line);
    }
    boolean met =
        condition.group(1).equals(product.id())
            && Stream.ofNullable(condition.group(2))
                .mapToInt(Integer::parseInt)
                .allMatch(v -> condition.group(3).equals("+") ? major >= v : major <= v);
    return met ? Optional.of(condition.group(4)) : Optional.empty();
  }

  private static String text(String resource) {
    try (InputStream in = SqlCase.class.getResourceAsStream("../" + resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
