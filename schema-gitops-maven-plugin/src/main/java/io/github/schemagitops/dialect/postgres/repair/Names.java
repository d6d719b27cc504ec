package io.github.schemagitops.dialect.postgres.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as the server writes them: qualified, and quoted where SQL needs it. */
final class Names {

  private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

  private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + ")*+");

  private static final Pattern OPERATOR = Pattern.compile("OPERATOR\\((" + PART + "\\.[^ )]+)\\)");

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private Names() {}

  /**
   * What a text mentions, also within string literals, where {@code nextval} has its sequence.
   *
   * @param names qualified names, of every length from two parts on
   * @param words all parts of all names
   */
  record Mentions(Set<String> names, Set<String> words) {}

  static Mentions in(String text) {
    Set<String> names = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Matcher name = NAME.matcher(text); name.find(); ) {
      List<String> parts = parts(name.group());
      words.addAll(parts);
      for (int length = 2; length <= parts.size(); length++) {
        names.add(String.join(".", parts.subList(0, length)));
      }
    }
    for (Matcher operator = OPERATOR.matcher(text); operator.find(); ) {
      names.add(operator.group(1));
    }
    return new Mentions(names, words);
  }

  /** The parts of the qualified name at the start of a text, which may go on with arguments. */
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < name.length(); ) {
      char c = name.charAt(i);
      if (c == '(') {
        parts.add(name.substring(start, i));
        return parts;
      }
      if (c == '.') {
        parts.add(name.substring(start, i));
        start = i + 1;
      }
      i = SqlScan.next(name, i);
    }
    parts.add(name.substring(start));
    return parts;
  }

  /** Without the argument types of a routine. */
  static String withoutArguments(String name) {
    return String.join(".", parts(name));
  }

  /** The last part of a qualified name: {@code total} of {@code public.orders.total}. */
  static String last(String name) {
    List<String> parts = parts(name);
    return parts.get(parts.size() - 1);
  }

  /** The first part of a qualified name. */
  static String schema(String name) {
    return parts(name).get(0);
  }

  /** The name itself, as functions of the server want it in a string. */
  static String unquoted(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part;
  }

  /** Quoted where SQL may need it; more often than the server would. */
  static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String literal(String text) {
    String doubled = text.replace("'", "''");
    return text.contains("\\") ? "E'" + doubled.replace("\\", "\\\\") + "'" : "'" + doubled + "'";
  }
}
