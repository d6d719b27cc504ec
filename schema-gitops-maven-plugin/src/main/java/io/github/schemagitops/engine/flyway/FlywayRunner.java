package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.migration.MigrationSet;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** One call of Flyway's {@code migrate}. */
final class FlywayRunner {

  private final MigrationSet set;
  private final MigrationSettings settings;
  private final ConnectionSpec target;
  private final JavaMigration[] javaMigrations;

  FlywayRunner(MigrationSet set, MigrationSettings settings, ConnectionSpec target) {
    this(set, settings, target, new JavaMigration[0]);
  }

  private FlywayRunner(
      MigrationSet set,
      MigrationSettings settings,
      ConnectionSpec target,
      JavaMigration[] javaMigrations) {
    this.set = set;
    this.settings = settings;
    this.target = target;
    this.javaMigrations = javaMigrations;
  }

  /** The same with the migrations of the set that are in Java. */
  FlywayRunner with(JavaMigration... migrations) {
    return new FlywayRunner(set, settings, target, migrations);
  }

  ApplyResult run(ApplyListener listener) {
    return run(listener, false);
  }

  /** Writes history rows and runs nothing, as Flyway's own {@code skipExecutingMigrations}. */
  ApplyResult record() {
    return run(ApplyListener.NONE, true);
  }

  private ApplyResult run(ApplyListener listener, boolean recordOnly) {
    RunWatcher watcher = new RunWatcher(set, listener);
    FluentConfiguration configuration =
        FlywaySetup.configure(settings)
            .dataSource(Connections.dataSource(target))
            .resourceProvider(new InMemoryScripts(set))
            .javaMigrationClassProvider(List::of)
            .javaMigrations(javaMigrations)
            .callbacks(watcher)
            .skipExecutingMigrations(recordOnly)
            // A run may concern a part of the migrations; what history and files say of each other
            // is checked before, with better words.
            .validateOnMigrate(false);
    try {
      configuration.load().migrate();
      return new ApplyResult(watcher.applied(), Optional.empty());
    } catch (FlywayException e) {
      return new ApplyResult(watcher.applied(), Optional.of(watcher.failure().explain(e, target)));
    }
  }
}
