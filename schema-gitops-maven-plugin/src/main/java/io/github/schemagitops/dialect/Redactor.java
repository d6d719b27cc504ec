package io.github.schemagitops.dialect;

import io.github.schemagitops.config.JdbcUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Takes a connection's secrets out of texts that drivers and servers write. */
public final class Redactor {

  private static final Pattern CONNECTION_NUMBER = Pattern.compile("^\\(conn[=:]\\d+\\) ");

  private final ConnectionSpec spec;

  private Redactor(ConnectionSpec spec) {
    this.spec = spec;
  }

  public static Redactor of(ConnectionSpec spec) {
    return new Redactor(spec);
  }

  /**
   * First line of the exception's message without secrets, and without the number of the connection
   * that MariaDB Connector/J puts in front.
   */
  public String message(Throwable e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return CONNECTION_NUMBER.matcher(redact(text.lines().findFirst().orElse(""))).replaceFirst("");
  }

  /** The text without the password in any common spelling. */
  public String redact(String text) {
    String redacted = JdbcUrls.redact(text);
    for (String secret : JdbcUrls.secrets(spec.url())) {
      redacted = redacted.replace(secret, "***");
    }
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
