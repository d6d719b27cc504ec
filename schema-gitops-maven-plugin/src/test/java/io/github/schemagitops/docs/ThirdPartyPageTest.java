package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the plugin ships is listed with its version and licence. */
class ThirdPartyPageTest {

  private static final Path PAGE = Pages.DOCS.resolve("reference/third-party.md");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*(?:<!--.*?-->\\s*)?<groupId>([^<]+)</groupId>\\s*"
              + "<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{([^}]+)}</version>\\s*(<scope>)?");

  @Test
  void every_library_of_the_plugin_is_listed_with_its_version() {
    Map<String, String> versions = new HashMap<>();
    Pattern.compile("<([a-z0-9.-]+\\.version)>([^<]+)</")
        .matcher(Pages.read(Pages.ROOT.resolve("pom.xml")))
        .results()
        .forEach(property -> versions.put(property.group(1), property.group(2)));
    List<String> rows =
        DEPENDENCY
            .matcher(Pages.read(Path.of("pom.xml")))
            .results()
            .filter(dependency -> dependency.group(4) == null)
            .map(dependency -> row(dependency, versions))
            .toList();

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(Pages.read(PAGE)).contains(row));
  }

  private static String row(MatchResult dependency, Map<String, String> versions) {
    return "| `%s:%s` | %s |"
        .formatted(dependency.group(1), dependency.group(2), versions.get(dependency.group(3)));
  }
}
