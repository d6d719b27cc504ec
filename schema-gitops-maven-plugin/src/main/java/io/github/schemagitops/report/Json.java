package io.github.schemagitops.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes pretty JSON; streaming, since data binding costs a cold JVM a quarter of a second. */
public final class Json {

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Something that writes the fields of an object. */
  @FunctionalInterface
  public interface Body {
    void write(Json json) throws IOException;
  }

  /** Something that writes the fields of an object for one element. */
  @FunctionalInterface
  public interface Element<T> {
    void write(Json json, T element) throws IOException;
  }

  /** A whole document that is one object. */
  public static String document(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      out.setPrettyPrinter(printer);
      out.writeStartObject();
      body.write(new Json(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  public void field(String name, String value) throws IOException {
    out.writeStringField(name, value);
  }

  public void field(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** {@code null} when absent. */
  public void field(String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      out.writeNumberField(name, value.getAsLong());
    } else {
      out.writeNullField(name);
    }
  }

  public void field(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  /** {@code null} when absent, so that every document has the same fields. */
  public void field(String name, Optional<String> value) throws IOException {
    out.writeStringField(name, value.orElse(null));
  }

  public void strings(String name, Collection<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  public void object(String name, Body body) throws IOException {
    out.writeObjectFieldStart(name);
    body.write(this);
    out.writeEndObject();
  }

  public <T> void objects(String name, Collection<T> elements, Element<T> body) throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      out.writeStartObject();
      body.write(this, element);
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
