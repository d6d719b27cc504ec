package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;

/** A way to get a throwaway database. */
public interface ShadowProvider {

  /** Id as in {@code schema.shadow.provider}. */
  String id();

  /** True when this provider can work here; quick, and never throws. */
  boolean available();

  /**
   * Starts a throwaway database with one empty database in it.
   *
   * @throws io.github.schemagitops.finding.SchemaGitOpsException with cause and next option when it
   *     cannot
   */
  ShadowDatabase open(ShadowConfig config, Progress progress);
}
