package io.github.schemagitops.mojo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <shadow>} in the POM; Maven fills the fields. */
public final class ShadowParameter {

  @Nullable String provider;
  @Nullable String version;
  @Nullable String image;
  @Nullable List<String> extensions;
  @Nullable String timeLimit;
  @Nullable String memory;

  /** For the provider {@code server}. */
  @Nullable String url;

  /** For the provider {@code server}. */
  @Nullable String user;

  /** For the provider {@code server}. */
  @Nullable String passwordFile;

  /** For the provider {@code server}. */
  @Nullable String serverId;
}
