package io.github.schemagitops.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Flyway compares them: dots and underscores separate numbers, leading zeros and
 * trailing zero parts do not count, so {@code 1.2}, {@code 1_2} and {@code 01.2.0} are equal.
 */
public final class MigrationVersion implements Comparable<MigrationVersion> {

  private static final Pattern VALID = Pattern.compile("\\d+([._]\\d+)*");

  private final String text;
  private final List<BigInteger> parts;

  private MigrationVersion(String text, List<BigInteger> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** Parses a version; empty when the text is none. */
  public static Optional<MigrationVersion> parse(String text) {
    if (!VALID.matcher(text).matches()) {
      return Optional.empty();
    }
    List<BigInteger> parts = new ArrayList<>();
    for (String part : Pattern.compile("[._]").split(text, -1)) {
      parts.add(new BigInteger(part));
    }
    while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
      parts.remove(parts.size() - 1);
    }
    return Optional.of(new MigrationVersion(text.replace('_', '.'), List.copyOf(parts)));
  }

  @Override
  public int compareTo(MigrationVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = part(i).compareTo(other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger part(int i) {
    return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MigrationVersion that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The version as written, with dots. */
  @Override
  public String toString() {
    return text;
  }
}
