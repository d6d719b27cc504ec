package io.github.schemagitops.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What exactly was deployed: a SHA-256 per file. Flyway's own checksum does not see a line end that
 * moves, so that a statement may enter or leave a comment without changing it.
 *
 * @param files 64 lower-case hexadecimal digits by script
 */
public record Manifest(SortedMap<String, String> files) {

  public Manifest {
    files = new TreeMap<>(files);
  }

  /** Sums the migrations of a set. Byte-order marks and CRLF do not count; everything else does. */
  public static Manifest of(MigrationSet set) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Migration migration : set.migrations()) {
      files.put(migration.script(), sha256(migration.text().replace("\r\n", "\n")));
    }
    return new Manifest(files);
  }

  /** One sum over all files and their names. */
  public String digest() {
    StringBuilder all = new StringBuilder();
    files.forEach((script, sum) -> all.append(sum).append("  ").append(script).append('\n'));
    return sha256(all.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
