package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.schema.ObjectKind;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of server-written text what says nothing about the object. */
final class Spelling {

  private static final String VARCHAR_LITERAL = "E?'(?:[^']++|'')*+'::character varying";

  /**
   * How the server writes {@code status IN ('a', 'b')} on a varchar column. When it reads that text
   * again, as in dump and restore, it moves the cast from the array to the elements and from then
   * on writes it like that.
   */
  private static final Pattern CAST_OF_ARRAY =
      Pattern.compile("\\(ARRAY\\[(%1$s(?:, %1$s)*+)]\\)::text\\[]".formatted(VARCHAR_LITERAL));

  private static final Pattern ELEMENT = Pattern.compile(VARCHAR_LITERAL);

  private Spelling() {}

  /** The text with Unix line ends and, where the server wrote it, in its final spelling. */
  static String normalised(ObjectKind kind, String definition) {
    // A function that was deployed from Windows is the same function.
    String text = definition.replace("\r\n", "\n");
    return switch (kind) {
      case FUNCTION, PROCEDURE, COMMENT -> text;
      default ->
          text.contains("(ARRAY[")
              ? CAST_OF_ARRAY.matcher(text).replaceAll(Spelling::castOfElements)
              : text;
    };
  }

  private static String castOfElements(MatchResult array) {
    String elements = ELEMENT.matcher(array.group(1)).replaceAll("($0)::text");
    return Matcher.quoteReplacement("ARRAY[" + elements + "]");
  }
}
