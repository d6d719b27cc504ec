package io.github.schemagitops.mojo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <lint>} in the POM; Maven fills the fields. */
public final class LintParameter {

  @Nullable Map<String, @Nullable String> rules;
  @Nullable String serverVersion;
  @Nullable String deployedBy;
  @Nullable String statistics;
}
