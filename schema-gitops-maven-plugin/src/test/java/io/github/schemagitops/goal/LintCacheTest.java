package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCacheTest {

  private static final Span SPAN = new Span(0, 7);

  @TempDir private Path folder;

  @Test
  void finds_what_it_keeps() {
    LintCache cache = new LintCache(folder);
    Record state =
        new AlterTable(
            QualifiedName.of("shop", "t"),
            List.of(
                new AlterAction.SetDefault("a", Optional.empty(), SPAN),
                new AlterAction.AddConstraint(
                    new Constraint.Check(Optional.of("c"), "a > 0", Set.of("a"), List.of(), true),
                    SPAN)),
            false,
            OnlineClause.NONE,
            SPAN);
    cache.keep("ab", state);

    assertThat(new LintCache(folder).find("ab")).contains(state);
    assertThat(cache.find("cd")).isEmpty();
  }

  @Test
  void what_is_damaged_is_not_found() throws IOException {
    LintCache cache = new LintCache(folder);
    cache.keep("ab", SPAN);
    Path file = folder.resolve("lint/ab.schema");
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));

      assertThat(cache.find("ab")).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void no_class_is_made_but_the_linters_own() throws IOException {
    LintCache cache = new LintCache(folder);
    cache.keep("ab", SPAN);
    Path file = folder.resolve("lint/ab.schema");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    // As long as before, so that the lengths in the file stay true.
    String other = "java.lang.Other".concat("r".repeat(Span.class.getName().length() - 15));
    Files.writeString(file, text.replace(Span.class.getName(), other), StandardCharsets.ISO_8859_1);

    assertThat(cache.find("ab")).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_used_is_no_error() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    LintCache cache = new LintCache(file);

    cache.keep("ab", SPAN);

    assertThat(cache.find("ab")).isEmpty();
  }

  @Test
  void the_longest_unused_are_forgotten() throws IOException {
    LintCache cache = new LintCache(folder);
    for (int i = 0; i < 40; i++) {
      cache.keep("k" + i, SPAN);
      Files.setLastModifiedTime(
          folder.resolve("lint/k" + i + ".schema"), FileTime.fromMillis(1_000L * (i + 1)));
    }
    cache.find("k0");

    cache.keep("new", SPAN);

    try (Stream<Path> files = Files.list(folder.resolve("lint"))) {
      assertThat(files).hasSize(40);
    }
    assertThat(cache.find("k0")).isPresent();
    assertThat(cache.find("k1")).isEmpty();
  }
}
