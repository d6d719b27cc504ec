package io.github.schemagitops.dialect.mysql;

import java.util.Optional;
import java.util.regex.Pattern;

/** The clause that partitions a table. */
final class PartitionText {

  /** Methods whose partitions say what they hold, so that one can come without moving rows. */
  private static final Pattern BY_VALUE =
      Pattern.compile("^PARTITION BY (?:RANGE|LIST)\\b.*", Pattern.DOTALL);

  private PartitionText() {}

  /** The partitions that one clause has behind all those of another; empty for other changes. */
  static Optional<String> appended(String before, String after) {
    String common = before.substring(0, before.length() - 1);
    boolean more =
        BY_VALUE.matcher(before).matches()
            && before.endsWith(")")
            && after.startsWith(common + ", PARTITION ");
    return more
        ? Optional.of(after.substring(common.length() + 2, after.length() - 1))
        : Optional.empty();
  }
}
