package io.github.schemagitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a user sees, kept as files and read in review. {@code -Dupdate.goldens=true} rewrites
 * them; CI never passes it.
 */
public final class Goldens {

  private static final boolean UPDATE = Boolean.getBoolean("update.goldens");
  private static final Path ROOT = Path.of("src/test/resources/goldens");

  private Goldens() {}

  /** Compares with the file of that name below {@code src/test/resources/goldens}. */
  public static void check(String name, String actual) {
    Path file = ROOT.resolve(name);
    if (UPDATE) {
      write(file, actual);
    }
    assertThat(file).as("a golden; -Dupdate.goldens=true writes it").exists();
    assertThat(actual).as(name).isEqualTo(read(file));
  }

  /**
   * Compares with the part of a page between {@code <!-- name -->} and {@code <!-- /name -->}. The
   * rest of the page is somebody else's.
   */
  public static void checkSection(Path page, String name, String actual) {
    String opening = "<!-- " + name + " -->\n";
    String text = read(page);
    int start = text.indexOf(opening) + opening.length();
    int end = text.indexOf("<!-- /" + name + " -->");
    assertThat(end).as("%s has the section %s", page, name).isGreaterThanOrEqualTo(start);
    if (UPDATE) {
      write(page, text.substring(0, start) + actual + text.substring(end));
    } else {
      assertThat(text.substring(start, end))
          .as("%s of %s; -Dupdate.goldens=true writes it", name, page)
          .isEqualTo(actual);
    }
  }

  /** That part of a page as it is. */
  public static String section(Path page, String name) {
    String text = read(page);
    String opening = "<!-- " + name + " -->\n";
    return text.substring(
        text.indexOf(opening) + opening.length(), text.indexOf("<!-- /" + name + " -->"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
