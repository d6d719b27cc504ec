package io.github.schemagitops.dialect.postgres;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One paragraph of a file of test cases: a comment line that says what happens, comment lines with
 * the expected changes, statements.
 */
record SqlCase(String title, List<String> expected, List<String> statements) {

  static Stream<SqlCase> in(String resource) {
    return Arrays.stream(text(resource).split("\n\n"))
        .filter(not(String::isBlank))
        .map(SqlCase::of);
  }

  static String text(String resource) {
    try (InputStream in = SqlCase.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqlCase of(String paragraph) {
    List<String> comments =
        paragraph.lines().filter(l -> l.startsWith("-- ")).map(l -> l.substring(3)).toList();
    String sql = String.join("\n", paragraph.lines().filter(l -> !l.startsWith("-- ")).toList());
    List<String> statements =
        Arrays.stream(sql.split(";\n|;$")).filter(not(String::isBlank)).toList();
    return new SqlCase(comments.get(0), comments.subList(1, comments.size()), statements);
  }

  @Override
  public String toString() {
    return title;
  }
}
