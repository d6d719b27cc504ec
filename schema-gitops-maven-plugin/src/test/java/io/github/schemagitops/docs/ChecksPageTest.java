package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every id that a finding may carry is explained: lint rules on their pages, the rest on one. */
class ChecksPageTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Pages.DOCS.resolve("reference/checks.md");

  @Test
  void every_check_id_in_the_code_has_an_entry_and_every_entry_an_id() throws IOException {
    Set<String> entries = new TreeSet<>(Pages.matches("(?m)^### `([^`]+)`$", Pages.read(PAGE)));
    Set<String> ids = idsInCode();
    // What a lint rule reads in a file and another goal sees may have one name.
    ids.removeIf(id -> lintRules().contains(id) && !entries.contains(id));

    assertThat(entries).containsExactlyElementsOf(ids);
  }

  /**
   * Ids are string literals in classes that make findings: kebab-case, or any word that stands
   * before a severity.
   */
  private static Set<String> idsInCode() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = Files.readString(source);
        if (code.contains("Finding.at(")
            || code.contains("Finding.general(")
            || code.contains("new Finding(")) {
          ids.addAll(Pages.matches("\"([a-z]+(?:-[a-z]+)+)\"", code));
          ids.addAll(Pages.matches("\"([a-z]+)\",\\s*Severity\\.", code));
        }
      }
    }
    return ids;
  }

  private static List<String> lintRules() {
    return Pages.in("rules").stream()
        .map(page -> page.getFileName().toString().replace(".md", ""))
        .toList();
  }
}
