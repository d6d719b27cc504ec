package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.lint.TableSizes;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.ReportGoldens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written can be read, and nothing else is taken for it. */
class StatisticsFileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final Statistics STATISTICS = statistics(DAY, 1_234_567);

  @TempDir Path directory;

  @Test
  void what_is_written_is_round_and_sorted_and_as_the_published_schema_says() throws IOException {
    file().write(STATISTICS);

    String text = Files.readString(path());
    ReportGoldens.validate("schema-stats.json", text);
    Goldens.check("stats/schema-stats.json", text);
    assertThat(file().read()).contains(STATISTICS);
  }

  @Test
  void lint_reads_it_by_name() {
    file().write(STATISTICS);

    TableSizes sizes = StatisticsFile.read(path(), directory, "shop");

    assertThat(sizes.of(QualifiedName.of("public", "orders"), "shop")).hasValue(1_200_000);
    assertThat(sizes.of(QualifiedName.of("public", "Order"), "shop")).hasValue(17);
    assertThat(sizes.of(QualifiedName.of("public", "huge"), "shop")).isEmpty();
    assertThat(sizes.of(QualifiedName.of("own"), "shop")).hasValue(0);
    assertThat(sizes.of(QualifiedName.of("other"), "shop")).isEmpty();
  }

  @Test
  void without_a_file_nothing_is_known() {
    assertThat(StatisticsFile.read(path(), directory, "public")).isEqualTo(TableSizes.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "99, 99",
    "104, 100",
    "995, 1000",
    "9949, 9900",
    "9950, 10000",
    "10499, 10000",
    "994999, 990000",
    "995000, 1000000",
    "1049999, 1000000",
    "9223372036854775807, 9200000000000000000"
  })
  void two_digits_count(long number, long rounded) {
    assertThat(statistics(DAY, number).tables())
        .filteredOn(table -> table.name().equals("public.orders"))
        .extracting(TableSize::rows)
        .containsExactly(OptionalLong.of(rounded));
  }

  @Test
  void only_another_day_is_no_news_for_a_while() {
    assertThat(statistics(DAY.plusDays(30), 1_234_567).addNothingTo(STATISTICS)).isTrue();
    assertThat(statistics(DAY.plusDays(1), 1_190_000).addNothingTo(STATISTICS)).isTrue();
    assertThat(statistics(DAY.plusDays(31), 1_234_567).addNothingTo(STATISTICS)).isFalse();
    assertThat(statistics(DAY.plusDays(1), 1_300_000).addNothingTo(STATISTICS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                  | an object was expected (line 1)",
        "{}                                  | there is no schemaVersion (line 1)",
        "{@, `readAt`: `2026-11-25`}         | there is no tables (line 1)",
        "{@, `tables`: {}}                   | tables is not an array (line 1)",
        "{@, `tables`: [17]}                 | a table is not an object (line 1)",
        "{@, `tables`: [{`rows`: 1}]}        | a table has no name (line 1)",
        "{@, `tables`: [{`name`: `a`}]}      | a table has no rows (line 1)",
        "{@, `tables`: [{`name`: 1}]}        | name is not a text (line 1)",
        "{@, `tables`: [{`rows`: `many`}]}   | rows is not a whole number or null (line 1)",
        "{@, `tables`: [{`rows`: -1}]}       | rows is not a whole number or null (line 1)",
        "{@, `tables`: [{`rows`: 1.5}]}      | rows is not a whole number or null (line 1)",
        "{@, `tables`: [{`rows`: 99999999999999999999}]} | rows is not a whole number or null (line 1)",
        "{@, `tables`: [{`name`: `a`, `rows`: 1}, {`name`: `a`, `rows`: 2}]} | table a is there twice (line 1)",
        "{@, `tables`: []}                   | readAt is not a day as in 2026-11-25 (line 1)",
        "{@, `readAt`: `2026-11-25`, `tables`: []} 17 | there is more behind its end (line 1)",
      })
  void a_file_of_another_shape_is_refused(String text, String why) throws IOException {
    Files.writeString(path(), text.replace("@", "`schemaVersion`: 1").replace('`', '"'));

    assertRefused("schema-stats.json is no statistics file: " + why);
  }

  @Test
  void a_damaged_file_is_refused_with_the_line() throws IOException {
    file().write(STATISTICS);
    Files.writeString(
        path(), Files.readString(path()).replaceFirst("\n  \"tables", "\n<<<<<<< HEAD$0"));
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::read)
        .withMessageMatching("schema-stats.json is no statistics file: Unexpected .+ \\(line 6\\)");

    Files.writeString(path(), "");
    assertRefused("schema-stats.json is no statistics file: an object was expected (line 1)");

    Files.write(
        path(), "{\"environment\": \"M\u00fcnchen\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("schema-stats.json is no statistics file: it is not UTF-8");
  }

  @Test
  void a_file_of_another_version_is_refused() throws IOException {
    Files.writeString(path(), "{\"schemaVersion\": 2, \"tables\": 17}");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::read)
        .withMessage(
            "schema-stats.json has schemaVersion 2, and this version of the plugin reads 1")
        .matches(e -> e.outcome().exitCode() == ExitCode.FINDINGS);
  }

  @Test
  void fields_of_later_are_skipped() throws IOException {
    Files.writeString(
        path(),
        "{\"schemaVersion\": 1, \"more\": {\"a\": []}, \"readAt\": \"2026-11-25\", \"tables\":"
            + " [{\"name\": \"a\", \"pages\": [1], \"rows\": 5}]}");

    assertThat(read()).isEqualTo(TableSizes.named(Map.of("a", 5L), "public"));
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(this::read)
        .withMessage(message)
        .matches(e -> e.outcome().exitCode() == ExitCode.FINDINGS)
        .matches(
            e -> e.remedy().equals("write it anew with mvn schema:stats, or restore it from Git"));
  }

  private TableSizes read() {
    return StatisticsFile.read(path(), directory, "public");
  }

  private Path path() {
    return directory.resolve(StatisticsFile.NAME);
  }

  private StatisticsFile file() {
    return new StatisticsFile(path(), directory);
  }

  private static Statistics statistics(LocalDate day, long orders) {
    return new Statistics(
        "production",
        "PostgreSQL 17.6",
        day,
        List.of(
            size("public.orders", OptionalLong.of(orders)),
            size("public.huge", OptionalLong.empty()),
            size("public.\"Order\"", OptionalLong.of(17)),
            size("own", OptionalLong.of(0))));
  }

  private static TableSize size(String name, OptionalLong rows) {
    return new TableSize(name, rows, OptionalLong.of(123_456_789));
  }
}
