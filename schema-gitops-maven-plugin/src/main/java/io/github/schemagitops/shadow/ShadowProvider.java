package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import java.nio.file.Path;
import java.util.Optional;

/** A way to get a throwaway database. */
public interface ShadowProvider {

  /** Id as in {@code schema.shadow.provider}. */
  String id();

  /** True when this provider can work here; quick, and never throws. */
  boolean available();

  /** True when it has servers of that product. */
  boolean supports(Database database);

  /**
   * What of the server decides whether a state that was kept may be used again, for instance the
   * release of embedded programs or the id of an image. May ask the container engine.
   */
  String identity(ShadowConfig config, Progress progress);

  /**
   * Starts a throwaway database.
   *
   * @param state what {@link ShadowDatabase#save} wrote under the same {@link #identity}; empty for
   *     one empty database
   * @throws io.github.schemagitops.finding.SchemaGitOpsException with cause and next option when it
   *     cannot
   */
  ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress);
}
