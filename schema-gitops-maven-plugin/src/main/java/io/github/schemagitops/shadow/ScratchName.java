package io.github.schemagitops.shadow;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of scratch databases: by the name alone, what is ours and how old it is can be told. */
final class ScratchName {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern OURS = Pattern.compile("schema_gitops_([0-9a-z]{6,7})_[0-9a-f]{16}");
  private static final int RADIX = 36;

  private ScratchName() {}

  /** {@code schema_gitops_<seconds since 1970, base 36>_<64 random bits>}. */
  static String fresh() {
    String seconds = Long.toString(Instant.now().getEpochSecond(), RADIX);
    return "schema_gitops_%s_%016x".formatted(seconds, RANDOM.nextLong());
  }

  /** When a database of ours was made; empty when it is none of ours. */
  static Optional<Instant> createdAt(String name) {
    Matcher matcher = OURS.matcher(name);
    return matcher.matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1), RADIX)))
        : Optional.empty();
  }
}
