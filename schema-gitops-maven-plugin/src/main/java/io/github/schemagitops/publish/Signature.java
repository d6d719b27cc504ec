package io.github.schemagitops.publish;

import io.github.schemagitops.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a text comes from somebody who knows the key, as GitHub does. */
final class Signature {

  static final String HEADER = "X-Schema-Signature-256";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** For instance {@code sha256=5be0…}: the HMAC-SHA256 of the text's UTF-8 bytes. */
  static String of(String text, Secret key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
