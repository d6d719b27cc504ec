package io.github.schemagitops.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.2, 1_2",
    "1.2, 01.2",
    "1.2, 1.2.0",
    "1.2, 1.02.0_0",
    "0, 0.0",
    "10, 010",
    "20261122101530, 020261122101530"
  })
  void spellings_of_one_version_are_equal(String one, String other) {
    assertThat(version(one)).isEqualTo(version(other)).hasSameHashCodeAs(version(other));
    assertThat(version(one)).isEqualByComparingTo(version(other));
  }

  @Test
  void parts_compare_as_numbers_of_any_length() {
    assertThat(
            Stream.of("10", "2", "1.10", "1.9", "1", "99999999999999999999999", "1.9.1")
                .map(MigrationVersionTest::version)
                .sorted())
        .map(MigrationVersion::toString)
        .containsExactly("1", "1.9", "1.9.1", "1.10", "2", "10", "99999999999999999999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "1.x", "-1", " 1", "1 ", "1-2", "v1"})
  void anything_else_is_no_version(String text) {
    assertThat(MigrationVersion.parse(text)).isEmpty();
  }

  @Test
  void it_is_shown_as_written_but_with_dots() {
    assertThat(version("01_2")).hasToString("01.2");
  }

  private static MigrationVersion version(String text) {
    return MigrationVersion.parse(text).orElseThrow();
  }
}
