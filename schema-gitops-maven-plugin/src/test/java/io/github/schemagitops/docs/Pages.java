package io.github.schemagitops.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's Markdown pages. Tests run in the module's folder. */
final class Pages {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DOCS = ROOT.resolve("docs");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final List<String> NOT_OURS = List.of("target", "node_modules", ".git");

  private Pages() {}

  /** Every Markdown file of the repository. */
  static List<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(f -> f.toString().endsWith(".md"))
          .filter(f -> Stream.of(names(f)).noneMatch(NOT_OURS::contains))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Markdown files directly in a folder of {@code docs}. */
  static List<Path> in(String folder) {
    Path wanted = DOCS.resolve(folder);
    return all().stream().filter(f -> wanted.resolve(f.getFileName()).equals(f)).toList();
  }

  static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page without its code blocks. */
  static String prose(Path page) {
    return FENCE.matcher(read(page)).replaceAll("");
  }

  /** First group of every match. */
  static List<String> matches(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(r -> r.group(1)).toList();
  }

  /** What stands between {@code <!-- name -->} and {@code <!-- /name -->}. */
  static MatchResult section(String name, Path page) {
    Matcher section =
        Pattern.compile("(?s)<!-- %1$s -->\n(.*?)<!-- /%1$s -->".formatted(name))
            .matcher(read(page));
    if (!section.find()) {
      throw new AssertionError("%s has no <!-- %s --> section".formatted(page, name));
    }
    return section.toMatchResult();
  }

  private static String[] names(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/').split("/");
  }
}
