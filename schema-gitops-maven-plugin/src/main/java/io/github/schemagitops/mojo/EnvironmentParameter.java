package io.github.schemagitops.mojo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <environment>} in the POM; Maven fills the fields. There is no password on purpose. */
public final class EnvironmentParameter {

  @Nullable String id;
  @Nullable String url;
  @Nullable String user;
  @Nullable String serverId;
  @Nullable String passwordFile;
  @Nullable Map<String, @Nullable String> placeholders;
}
