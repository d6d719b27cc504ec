package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ReconcileConfig;
import io.github.schemagitops.goal.Reconcile;
import io.github.schemagitops.report.Report;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Brings a drifted database and Git together again: writes a script back to what Git says and a
 * migration for the other way, and proves both on throwaway databases. Changes nothing unless asked
 * to.
 */
@Mojo(name = "reconcile", threadSafe = true)
public final class ReconcileMojo extends AbstractComparingMojo {

  /** Applies the proven revert script to the database, under the deploy lock. */
  @Parameter(property = "schema.reconcile.apply", defaultValue = "false")
  private boolean apply;

  /** Writes the proven adopt migration into the first of the locations. */
  @Parameter(property = "schema.reconcile.adopt", defaultValue = "false")
  private boolean adopt;

  /**
   * Version of an adopt migration to record as applied, without running it, where the database
   * already is exactly what it leads to.
   */
  @Parameter(property = "schema.reconcile.adopted")
  private @Nullable String adopted;

  /**
   * Hazards that statements of the revert script may have, for instance {@code
   * drop-table,drop-column}; statements with others are fenced.
   */
  @Parameter(property = "schema.allow")
  private @Nullable List<String> allow;

  /** How long to wait for a deploy to end, for instance {@code 30s}, {@code 5m}. */
  @Parameter(property = "schema.deploy.lockTimeout", defaultValue = "5m")
  private String deployLockTimeout;

  /** How long one statement may wait for a lock, for instance {@code 500ms}, {@code 3s}. */
  @Parameter(property = "schema.lockTimeout", defaultValue = "3s")
  private String lockTimeout;

  @Override
  Report run(ProjectConfig config) {
    Optional<String> version = Optional.ofNullable(adopted).filter(v -> !v.isBlank());
    return new Reconcile(engine())
        .run(
            new ReconcileConfig(
                config,
                comparedEnvironment(config.migrations().database()),
                shadowConfig(config.migrations().database()),
                reportDirectory(),
                Choices.reconcileAction(apply, adopt, version.isPresent()),
                version,
                allow == null ? List.of() : allow,
                Durations.parse("schema.deploy.lockTimeout", deployLockTimeout),
                Durations.parse("schema.lockTimeout", lockTimeout),
                toolVersion()));
  }
}
