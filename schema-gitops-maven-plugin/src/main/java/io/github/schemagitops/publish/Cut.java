package io.github.schemagitops.publish;

/** Texts that must not be longer than somebody takes. */
final class Cut {

  private Cut() {}

  /** The text, or its beginning with {@code …}; never half of a surrogate pair. */
  static String to(int length, String text) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
