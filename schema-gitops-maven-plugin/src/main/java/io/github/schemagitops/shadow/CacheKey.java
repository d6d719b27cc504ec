package io.github.schemagitops.shadow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Key of a kept state: SHA-256 over everything that the state depends on. Every part is preceded by
 * its length, so that two different lists of parts never give the same bytes.
 */
final class CacheKey {

  private final MessageDigest digest = Digests.sha256();

  CacheKey part(String name, String value) {
    return part(name, value.getBytes(StandardCharsets.UTF_8));
  }

  CacheKey part(String name, byte[] value) {
    add(name.getBytes(StandardCharsets.UTF_8));
    add(value);
    return this;
  }

  /** In the given order. */
  CacheKey parts(String name, List<String> values) {
    part(name, String.valueOf(values.size()));
    values.forEach(value -> part(name, value));
    return this;
  }

  /** In the order of the names. */
  CacheKey parts(String name, Map<String, String> values) {
    part(name, String.valueOf(values.size()));
    new TreeMap<>(values).forEach(this::part);
    return this;
  }

  /** 64 characters. The key takes no further parts afterwards. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(byte[] bytes) {
    long length = bytes.length;
    for (int shift = 56; shift >= 0; shift -= 8) {
      digest.update((byte) (length >>> shift));
    }
    digest.update(bytes);
  }
}
