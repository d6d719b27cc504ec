package io.github.schemagitops.dialect;

import io.github.schemagitops.config.JdbcUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Takes a connection's secrets out of texts that drivers and servers write. */
public final class Redactor {

  private final ConnectionSpec spec;

  private Redactor(ConnectionSpec spec) {
    this.spec = spec;
  }

  public static Redactor of(ConnectionSpec spec) {
    return new Redactor(spec);
  }

  /** First line of the exception's message without secrets. */
  public String message(Throwable e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return redact(text.lines().findFirst().orElse(""));
  }

  /** The text without the password in any common spelling. */
  public String redact(String text) {
    String redacted = JdbcUrls.redact(text);
    if (spec.password().isPresent() && !spec.password().get().reveal().isEmpty()) {
      String secret = spec.password().get().reveal();
      redacted =
          redacted
              .replace(secret, "***")
              .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
    }
    return redacted;
  }
}
