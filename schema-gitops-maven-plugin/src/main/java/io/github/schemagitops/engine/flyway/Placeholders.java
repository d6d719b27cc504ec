package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replaces placeholders as Flyway does, and remembers where everything was, so that findings point
 * at the file and not at the replaced text.
 */
final class Placeholders {

  /** A placeholder in a text; offset is that of its prefix. */
  record Unknown(String name, int offset) {}

  /** A replaced stretch: offset and length before, offset and length after. */
  private record Replacement(int from, int fromLength, int to, int toLength) {}

  private final String text;
  private final List<Unknown> unknown = new ArrayList<>();
  private final List<Replacement> replacements = new ArrayList<>();
  private final String replaced;

  Placeholders(String text, PlaceholderSyntax syntax, Map<String, String> values) {
    this.text = text;
    this.replaced = replace(syntax, caseInsensitive(values));
  }

  /** The text with known placeholders replaced. */
  String replaced() {
    return replaced;
  }

  /** Placeholders without a value. */
  List<Unknown> unknown() {
    return unknown;
  }

  /** Offset in the original text of an offset in the replaced text. */
  int originalOffset(int offset) {
    int shift = 0;
    for (Replacement r : replacements) {
      if (offset < r.to) {
        break;
      }
      if (offset < r.to + r.toLength) {
        return r.from;
      }
      shift = (r.from + r.fromLength) - (r.to + r.toLength);
    }
    return Math.min(offset + shift, text.length());
  }

  private String replace(PlaceholderSyntax syntax, Map<String, String> values) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (true) {
      int start = text.indexOf(syntax.prefix(), at);
      int nameStart = start + syntax.prefix().length();
      int end = start < 0 ? -1 : text.indexOf(syntax.suffix(), nameStart);
      if (end < 0) {
        return out.append(text, at, text.length()).toString();
      }
      out.append(text, at, start);
      at = end + syntax.suffix().length();
      String name = text.substring(nameStart, end);
      String value = valueOf(name, values);
      if (value.equals(NO_VALUE)) {
        unknown.add(new Unknown(name, start));
        value = text.substring(start, at);
      }
      replacements.add(new Replacement(start, at - start, out.length(), value.length()));
      out.append(value);
    }
  }

  private static final String NO_VALUE = "\0";

  /** Flyway's own placeholders depend on the database; any value does for reading. */
  private static String valueOf(String name, Map<String, String> values) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.startsWith("flyway:")) {
      return key.equals("flyway:defaultschema") ? "public" : "flyway_" + key.substring(7);
    }
    return values.getOrDefault(key, NO_VALUE);
  }

  private static Map<String, String> caseInsensitive(Map<String, String> values) {
    Map<String, String> lower = new HashMap<>();
    values.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
