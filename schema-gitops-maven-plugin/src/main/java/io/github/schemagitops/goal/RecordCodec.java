package io.github.schemagitops.goal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes records of the statement model and of the linter as bytes and reads them again. Only their
 * own classes are ever made, whatever a file says, and every text and class is written once.
 */
final class RecordCodec {

  private static final String STATEMENTS = "io.github.schemagitops.statement.";
  private static final String LINT = "io.github.schemagitops.lint.";

  private static final char RECORD = 'r';
  private static final char ENUM = 'e';
  private static final char TEXT = 't';
  private static final char NUMBER = 'n';
  private static final char TRUE = '1';
  private static final char FALSE = '0';
  private static final char LIST = 'l';
  private static final char SET = 's';
  private static final char MAP = 'm';
  private static final char PRESENT = 'p';
  private static final char ABSENT = '-';

  private RecordCodec() {}

  /** One record and all that is in it, as bytes. */
  static byte[] write(Record value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new Writer(out).value(value);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException when the bytes are anything else
   */
  static Object read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Reader(in).value();
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IOException("not what was written", e);
    }
  }

  private static final class Writer {

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void value(Object value) throws IOException {
      if (value instanceof Record record) {
        tag(RECORD);
        text(record.getClass().getName());
        for (Object component : components(record)) {
          value(component);
        }
      } else if (value instanceof Enum<?> constant) {
        tag(ENUM);
        text(constant.getDeclaringClass().getName());
        text(constant.name());
      } else if (value instanceof String text) {
        tag(TEXT);
        text(text);
      } else if (value instanceof Integer number) {
        tag(NUMBER);
        out.writeInt(number);
      } else if (value instanceof Boolean truth) {
        tag(truth ? TRUE : FALSE);
      } else if (value instanceof Optional<?> optional) {
        tag(optional.isPresent() ? PRESENT : ABSENT);
        if (optional.isPresent()) {
          value(optional.get());
        }
      } else if (value instanceof List<?> list) {
        tag(LIST);
        all(list);
      } else if (value instanceof Set<?> set) {
        tag(SET);
        all(List.copyOf(set));
      } else if (value instanceof Map<?, ?> map) {
        tag(MAP);
        all(map.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toList());
      } else {
        throw new IllegalArgumentException("no codec for " + value.getClass());
      }
    }

    private static List<Object> components(Record record) {
      List<Object> values = new ArrayList<>();
      try {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          component.getAccessor().setAccessible(true);
          values.add(component.getAccessor().invoke(record));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("no codec for " + record.getClass(), e);
      }
      return values;
    }

    private void all(List<?> values) throws IOException {
      out.writeInt(values.size());
      for (Object value : values) {
        value(value);
      }
    }

    private void tag(char tag) throws IOException {
      out.writeByte(tag);
    }

    /** A number when the text was written before, else the next number and the text. */
    private void text(String text) throws IOException {
      Integer known = texts.putIfAbsent(text, texts.size());
      if (known != null) {
        out.writeInt(known);
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(texts.size() - 1);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static final class Reader {

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Constructor<?>> constructors = new HashMap<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    Object value() throws IOException, ReflectiveOperationException {
      return switch ((char) in.readByte()) {
        case RECORD -> record(text());
        case ENUM -> constant(text(), text());
        case TEXT -> text();
        case NUMBER -> in.readInt();
        case TRUE -> true;
        case FALSE -> false;
        case PRESENT -> Optional.of(value());
        case ABSENT -> Optional.empty();
        case LIST -> List.of(all());
        case SET -> Set.of(all());
        case MAP -> map(all());
        default -> throw new IOException("not what was written");
      };
    }

    private Object[] all() throws IOException, ReflectiveOperationException {
      Object[] values = new Object[in.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value();
      }
      return values;
    }

    private static Map<Object, Object> map(Object[] keysAndValues) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < keysAndValues.length; i += 2) {
        map.put(keysAndValues[i], keysAndValues[i + 1]);
      }
      return map;
    }

    private Object record(String name) throws IOException, ReflectiveOperationException {
      Constructor<?> constructor = constructors.get(name);
      if (constructor == null) {
        constructor = constructor(ours(name));
        constructors.put(name, constructor);
      }
      Object[] values = new Object[constructor.getParameterCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value();
      }
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw new IOException("not what was written", e);
      }
    }

    private static Constructor<?> constructor(Class<?> record) throws NoSuchMethodException {
      Class<?>[] types =
          Stream.of(record.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    }

    private static Object constant(String type, String name) throws ClassNotFoundException {
      return Stream.of(ours(type).getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    private static Class<?> ours(String name) throws ClassNotFoundException {
      if (!name.startsWith(STATEMENTS) && !name.startsWith(LINT)) {
        throw new ClassNotFoundException(name);
      }
      return Class.forName(name);
    }

    private String text() throws IOException {
      int number = in.readInt();
      if (number == texts.size()) {
        byte[] bytes = in.readNBytes(in.readInt());
        texts.add(new String(bytes, StandardCharsets.UTF_8));
      }
      return texts.get(number);
    }
  }
}
