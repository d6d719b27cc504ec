package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.goal.ShadowMigrate;
import io.github.schemagitops.report.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Applies the base branch's migrations and then each new one to a throwaway database, and reports
 * what each took and changed.
 */
@Mojo(name = "shadow-migrate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ShadowMigrateMojo extends AbstractShadowMojo {

  @Override
  Report run(ProjectConfig config) {
    return new ShadowMigrate(new FlywayEngine())
        .run(new ShadowMigrateConfig(config, shadowConfig(config.migrations().database())));
  }
}
