package io.github.schemagitops.config;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address that is a password at the same time, as webhooks' are. Never printed: {@link
 * #toString()} gives {@code ***}.
 */
public final class SecretUrl {

  private final URI uri;

  private SecretUrl(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @param source where it was found, for the message: the address itself is not told
   * @throws SchemaGitOpsException when it is not one of HTTP
   */
  public static SecretUrl of(String source, String text) {
    URI uri = parse(text.strip());
    boolean http =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw SchemaGitOpsException.badInput(
          source + " holds no address of a web server (its value is not shown)",
          "write it like https://host/path");
    }
    return new SecretUrl(uri);
  }

  /** The address itself, for the request only. */
  public URI reveal() {
    return uri;
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Its message quotes the address.
      return URI.create("");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
