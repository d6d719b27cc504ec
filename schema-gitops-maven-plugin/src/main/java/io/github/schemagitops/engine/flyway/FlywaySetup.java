package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Our settings as a Flyway configuration. */
final class FlywaySetup {

  private FlywaySetup() {}

  /** A configuration without files and without a database. */
  static FluentConfiguration configure(MigrationSettings settings) {
    LogFactory.setLogCreator(new SilentLogs());
    FluentConfiguration configuration =
        Flyway.configure(FlywaySetup.class.getClassLoader())
            .encoding(settings.encoding())
            .placeholders(settings.placeholders())
            .placeholderReplacement(settings.placeholderSyntax().isPresent())
            .sqlMigrationPrefix(settings.naming().versionedPrefix())
            .repeatableSqlMigrationPrefix(settings.naming().repeatablePrefix())
            .sqlMigrationSeparator(settings.naming().separator())
            .sqlMigrationSuffixes(settings.naming().suffixes().toArray(String[]::new))
            .table(settings.historyTable())
            .mixed(settings.mixed())
            .outOfOrder(settings.outOfOrder())
            .schemas(settings.schemas().toArray(String[]::new))
            .loggers(SilentLogs.class.getName())
            .cleanDisabled(true);
    PlaceholderSyntax syntax = settings.placeholderSyntax().orElse(PlaceholderSyntax.DEFAULT);
    configuration.placeholderPrefix(syntax.prefix()).placeholderSuffix(syntax.suffix());
    settings.historySchema().ifPresent(configuration::defaultSchema);
    // With Flyway's default, DDL and history commit on two connections (a kill between them leaves
    // an applied but unrecorded migration), and CREATE INDEX CONCURRENTLY waits for ever.
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }
}
