package io.github.schemagitops.mojo;

import org.jspecify.annotations.Nullable;

/** {@code <shadow>} in the POM; Maven fills the fields. */
public final class ShadowParameter {

  @Nullable String provider;
  @Nullable String version;
  @Nullable String image;
}
