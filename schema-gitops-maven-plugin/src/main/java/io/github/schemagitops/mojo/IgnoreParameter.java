package io.github.schemagitops.mojo;

import org.jspecify.annotations.Nullable;

/** {@code <ignore>} in the POM; Maven fills the fields. */
public final class IgnoreParameter {

  @Nullable String kind;
  @Nullable String name;
  @Nullable String reason;
  @Nullable String expires;
  @Nullable String environment;
}
