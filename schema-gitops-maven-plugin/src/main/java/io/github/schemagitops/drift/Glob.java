package io.github.schemagitops.drift;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern for names: {@code *} stands for any text, {@code ?} for one character. */
final class Glob {

  private final Pattern pattern;

  Glob(String text) {
    pattern =
        Pattern.compile(
            text.codePoints().mapToObj(Glob::expression).collect(Collectors.joining()),
            Pattern.DOTALL);
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  private static String expression(int character) {
    return switch (character) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(character));
    };
  }
}
