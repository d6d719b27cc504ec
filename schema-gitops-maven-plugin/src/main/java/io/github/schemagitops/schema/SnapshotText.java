package io.github.schemagitops.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Snapshots as text and back, for keeping them beside the database they were taken of. One object a
 * line: {@code ["TABLE","public.orders",null,"table"]}.
 */
public final class SnapshotText {

  private static final int FORMAT = 1;

  private SnapshotText() {}

  /** The snapshot as JSON. */
  public static String write(SchemaSnapshot snapshot) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      Coverage coverage = snapshot.coverage();
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeNumberField("serverMajor", snapshot.serverMajor());
      json.writeObjectFieldStart("compared");
      for (Map.Entry<ObjectKind, Integer> kind : coverage.compared().entrySet()) {
        json.writeNumberField(kind.getKey().name(), kind.getValue());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("leftOut");
      for (Map.Entry<String, Integer> reason : coverage.leftOut().entrySet()) {
        json.writeNumberField(reason.getKey(), reason.getValue());
      }
      json.writeEndObject();
      strings(json, "notCovered", coverage.notCovered());
      strings(json, "unseen", coverage.unseen());
      json.writeArrayFieldStart("objects");
      for (SchemaObject object : snapshot.objects()) {
        json.writeRaw('\n');
        json.writeStartArray();
        json.writeString(object.kind().name());
        json.writeString(object.name());
        json.writeString(object.parent().orElse(null));
        json.writeString(object.definition());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the text is something else
   */
  public static SchemaSnapshot read(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      return new Reader(json).read();
    } catch (IllegalArgumentException e) {
      throw new IOException("not a snapshot: " + e.getMessage(), e);
    }
  }

  private static void strings(JsonGenerator json, String name, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static final class Reader {

    private final JsonParser json;
    private final NavigableMap<ObjectKind, Integer> compared = new TreeMap<>();
    private final NavigableMap<String, Integer> leftOut = new TreeMap<>();
    private final List<String> notCovered = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private int format;
    private int serverMajor;

    Reader(JsonParser json) {
      this.json = json;
    }

    SchemaSnapshot read() throws IOException {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "format" -> format = json.getIntValue();
          case "serverMajor" -> serverMajor = json.getIntValue();
          case "compared" -> numbers((kind, n) -> compared.put(ObjectKind.valueOf(kind), n));
          case "leftOut" -> numbers(leftOut::put);
          case "notCovered" -> strings(notCovered);
          case "unseen" -> strings(unseen);
          case "objects" -> objects();
          default -> throw new IOException("unknown field '%s'".formatted(name));
        }
      }
      if (format != FORMAT) {
        throw new IOException("the snapshot has format %d, not %d".formatted(format, FORMAT));
      }
      return new SchemaSnapshot(
          serverMajor, objects, new Coverage(compared, leftOut, notCovered, unseen));
    }

    private interface NumberField {
      void take(String name, int value);
    }

    private void numbers(NumberField field) throws IOException {
      expect(json.currentToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        field.take(name, json.getIntValue());
      }
    }

    private void strings(List<String> into) throws IOException {
      expect(json.currentToken(), JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        into.add(text());
      }
    }

    private void objects() throws IOException {
      expect(json.currentToken(), JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        json.nextToken();
        ObjectKind kind = ObjectKind.valueOf(text());
        json.nextToken();
        String name = text();
        Optional<String> parent =
            json.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(text());
        json.nextToken();
        objects.add(new SchemaObject(kind, name, parent, text()));
        expect(json.nextToken(), JsonToken.END_ARRAY);
      }
    }

    private String text() throws IOException {
      expect(json.currentToken(), JsonToken.VALUE_STRING);
      return json.getText();
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
      if (found != wanted) {
        throw new IOException("not a snapshot: %s where %s should be".formatted(found, wanted));
      }
    }
  }
}
