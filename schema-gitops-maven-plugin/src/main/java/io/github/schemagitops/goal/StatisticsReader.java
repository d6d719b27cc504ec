package io.github.schemagitops.goal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.schemagitops.dialect.TableSize;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Takes the text of a statistics file apart. Fields that it does not know are newer ones. */
final class StatisticsReader {

  private final JsonParser json;
  private final List<TableSize> tables = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String environment = "";
  private String server = "";
  private String readAt = "";

  private StatisticsReader(JsonParser json) {
    this.json = json;
  }

  /** The file has another {@code schemaVersion}. */
  static final class OtherVersion extends IOException {

    private static final long serialVersionUID = 1L;

    OtherVersion(String version) {
      super(version);
    }
  }

  /**
   * Reads it.
   *
   * @throws OtherVersion when it has another version
   * @throws JsonParseException when it is something else, with the line
   */
  static Statistics read(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      return new StatisticsReader(json).statistics();
    }
  }

  private Statistics statistics() throws IOException {
    Set<String> missing = new HashSet<>(Set.of("schemaVersion", "tables"));
    json.nextToken();
    expect(JsonToken.START_OBJECT, "an object was expected");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      missing.remove(field);
      json.nextToken();
      switch (field) {
        case "schemaVersion" -> version();
        case "environment" -> environment = text(field);
        case "server" -> server = text(field);
        case "readAt" -> readAt = text(field);
        case "tables" -> tables();
        default -> json.skipChildren();
      }
    }
    if (!missing.isEmpty()) {
      throw wrong("there is no " + missing.stream().sorted().findFirst().orElseThrow());
    }
    if (json.nextToken() != null) {
      throw wrong("there is more behind its end");
    }
    return new Statistics(environment, server, day(), tables);
  }

  private void version() throws IOException {
    if (!json.getText().equals(String.valueOf(StatisticsFile.VERSION))) {
      throw new OtherVersion(json.getText());
    }
  }

  private void tables() throws IOException {
    expect(JsonToken.START_ARRAY, "tables is not an array");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      table();
    }
  }

  private void table() throws IOException {
    expect(JsonToken.START_OBJECT, "a table is not an object");
    String name = "";
    OptionalLong rows = OptionalLong.empty();
    OptionalLong bytes = OptionalLong.empty();
    boolean counted = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> name = text(field);
        case "rows" -> {
          rows = number(field);
          counted = true;
        }
        case "bytes" -> bytes = number(field);
        default -> json.skipChildren();
      }
    }
    if (name.isEmpty() || !counted) {
      throw wrong("a table has no " + (name.isEmpty() ? "name" : "rows"));
    }
    if (!seen.add(name)) {
      throw wrong("table %s is there twice".formatted(name));
    }
    tables.add(new TableSize(name, rows, bytes));
  }

  private OptionalLong number(String field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return OptionalLong.empty();
    }
    String wanted = field + " is not a whole number or null";
    expect(JsonToken.VALUE_NUMBER_INT, wanted);
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
      throw wrong(wanted);
    }
    return OptionalLong.of(json.getLongValue());
  }

  private String text(String field) throws IOException {
    expect(JsonToken.VALUE_STRING, field + " is not a text");
    return json.getText();
  }

  private LocalDate day() throws IOException {
    try {
      return LocalDate.parse(readAt);
    } catch (DateTimeParseException e) {
      throw wrong("readAt is not a day as in 2026-11-25");
    }
  }

  private void expect(JsonToken token, String otherwise) throws JsonParseException {
    if (json.currentToken() != token) {
      throw wrong(otherwise);
    }
  }

  private JsonParseException wrong(String what) {
    return new JsonParseException(json, what);
  }
}
