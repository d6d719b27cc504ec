package io.github.schemagitops.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Duplicate entry 'it's-secret' for key 'orders.token' | Duplicate entry '…' for key 'orders.token'",
        "Incorrect integer value: 'secret' for column 'a' at row 1 | Incorrect integer value: '…' for column 'a' at row 1",
        "Truncated incorrect DOUBLE value: 'secret' | Truncated incorrect DOUBLE value: '…'",
        "invalid input syntax for type integer: \"secret\" | invalid input syntax for type integer: \"…\"",
        "invalid input value for enum mood: \"secret\" | invalid input value for enum mood: \"…\"",
        "value \"99999999999\" is out of range for type integer | value \"…\" is out of range for type integer",
        "date/time field value out of range: \"2026-13-01\" | date/time field value out of range: \"…\"",
        "column \"b\" of relation \"t\" contains null values | column \"b\" of relation \"t\" contains null values",
      })
  void values_of_rows_are_not_repeated(String message, String shown) {
    assertThat(RowValues.hidden(message, "ALTER TABLE orders ADD UNIQUE (token)")).isEqualTo(shown);
  }

  @Test
  void what_the_statement_says_itself_helps_to_correct_it() {
    String message = "invalid input syntax for type integer: \"two\"";

    assertThat(RowValues.hidden(message, "INSERT INTO t VALUES ('two')")).isEqualTo(message);
  }
}
