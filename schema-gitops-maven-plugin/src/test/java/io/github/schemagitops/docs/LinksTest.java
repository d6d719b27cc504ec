package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the repository's files lead somewhere. */
class LinksTest {

  static List<Path> pages() {
    return Pages.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void every_relative_link_resolves(Path page) {
    List<String> broken = new ArrayList<>();
    for (String link : Pages.matches("\\]\\(([^)\\s]+)\\)", Pages.prose(page))) {
      if (!link.matches("[a-z]+:.*") && !resolves(page, link)) {
        broken.add(link);
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void the_readme_is_short() {
    assertThat(Pages.read(Pages.ROOT.resolve("README.md")).lines().count())
        .isLessThanOrEqualTo(150);
  }

  private static boolean resolves(Path page, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  /** Anchors as GitHub makes them from headings. */
  private static List<String> anchors(Path page) {
    return Pages.matches("(?m)^#+ (.*)$", Pages.prose(page)).stream()
        .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
