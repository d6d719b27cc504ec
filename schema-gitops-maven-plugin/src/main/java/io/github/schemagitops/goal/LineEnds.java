package io.github.schemagitops.goal;

import java.nio.charset.StandardCharsets;

/** Makes files comparable whatever line ends a checkout gave them. */
final class LineEnds {

  private LineEnds() {}

  /** The bytes, one character each, with CRLF as LF; not fit for showing. */
  static String unify(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
  }

  /** The bytes of what {@link #unify} gave. */
  static byte[] bytes(String unified) {
    return unified.getBytes(StandardCharsets.ISO_8859_1);
  }
}
