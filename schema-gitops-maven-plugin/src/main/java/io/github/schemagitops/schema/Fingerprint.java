package io.github.schemagitops.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that is equal for equal schemas, for journals and caches. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * SHA-256 over kind, name and definition of every object, in the snapshot's own order. Depends on
   * nothing else: neither on the coverage nor on the order in which the objects were read.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(SchemaSnapshot snapshot) {
    MessageDigest digest = sha256();
    for (SchemaObject object : snapshot.objects()) {
      update(digest, object.kind().name());
      update(digest, object.name());
      update(digest, object.definition());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Length first: otherwise text could move from one field to the next unnoticed. */
  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
