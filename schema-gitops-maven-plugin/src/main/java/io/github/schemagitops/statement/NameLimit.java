package io.github.schemagitops.statement;

/** How much of a name PostgreSQL keeps. */
public final class NameLimit {

  /** Bytes, in UTF-8. */
  public static final int BYTES = 63;

  private NameLimit() {}

  /** Length in UTF-8. */
  public static int bytes(String name) {
    return name.codePoints().map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4).sum();
  }

  /** The name as it is kept: whole characters of its beginning. */
  public static String cut(String name) {
    int end = name.length();
    while (bytes(name.substring(0, end)) > BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
