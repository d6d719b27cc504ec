package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision records are short, of one form, and numbered without gaps. */
class DecisionRecordsTest {

  static List<Path> records() {
    return Pages.in("adr");
  }

  @Test
  void numbers_are_unique_and_without_gaps() {
    List<Path> records = records();

    for (int i = 0; i < records.size(); i++) {
      assertThat(records.get(i).getFileName().toString())
          .matches("%04d-[a-z0-9-]+\\.md".formatted(i + 1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void a_record_has_its_number_three_sections_and_at_most_sixty_lines(Path record) {
    String text = Pages.read(record);
    int number = Integer.parseInt(record.getFileName().toString().substring(0, 4));

    assertThat(text).startsWith("# %d. ".formatted(number));
    assertThat(Pages.matches("(?m)^## (.*)$", text))
        .containsExactly("Context", "Decision", "Consequences");
    assertThat(text.lines().count()).isLessThanOrEqualTo(60);
  }
}
