package io.github.schemagitops.testing;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.Naming;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Migrations for tests, from texts. */
public final class Migrations {

  private Migrations() {}

  /** Flyway's defaults. */
  public static MigrationSettings settings(Path... locations) {
    return settings(Database.POSTGRESQL, locations);
  }

  /** Flyway's defaults for another product. */
  public static MigrationSettings settings(Database database, Path... locations) {
    return new MigrationSettings(
        database,
        List.of(locations),
        Map.of("default_currency", "EUR"),
        Optional.of(PlaceholderSyntax.DEFAULT),
        StandardCharsets.UTF_8,
        Naming.DEFAULT,
        List.of(),
        MigrationSettings.DEFAULT_HISTORY_TABLE,
        Optional.empty(),
        false,
        false,
        List.of());
  }

  /** A file in {@code db/migration}. */
  public static SourceFile file(String name, String text) {
    return new SourceFile("db/migration/" + name, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads alternating names and texts as Flyway would. */
  public static MigrationSet read(String... namesAndTexts) {
    return read(Database.POSTGRESQL, namesAndTexts);
  }

  /** Reads alternating names and texts that are written for another product. */
  public static MigrationSet read(Database database, String... namesAndTexts) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(file(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return new FlywayEngine().read(files, settings(database));
  }
}
