package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.dialect.postgres.PostgresDialect;
import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What rules know of older migrations is the same, whether these were read or their result seen.
 */
class SeenContextTest {

  private static final Path EXAMPLE = Path.of("../examples/bookstore-postgres");
  private static final String SCHEMA = "public";

  private final FlywayEngine engine = new FlywayEngine();
  private final Dialect dialect = new PostgresDialect();

  @Test
  void every_migration_of_the_bookstore_is_judged_alike() throws SQLException {
    Path migrations = EXAMPLE.resolve("src/main/resources/db/migration").toAbsolutePath();
    var settings = Migrations.settings(migrations);
    MigrationSet all =
        engine.read(MigrationFiles.read(EXAMPLE.toAbsolutePath(), List.of(migrations)), settings);
    List<Migration> older = new ArrayList<>();
    int findings = 0;
    try (Replay replay = new Replay(Databases.embedded(), dialect, engine, settings)) {
      for (Migration migration : all.migrations()) {
        SnapshotTables seen = new SnapshotTables(replay.snapshot(), dialect.parser(), SCHEMA);
        older.add(migration);

        LintResult bySeeing = judge(older, migration, Optional.of(seen));
        assertThat(bySeeing.findings())
            .as(migration.fileName())
            .isEqualTo(judge(older, migration, Optional.empty()).findings());
        findings += bySeeing.findings().size();
        assertThat(replay.replay(List.of(migration), all.otherFiles(), m -> {}).failure())
            .isEmpty();
      }
    }
    assertThat(findings).as("findings at all").isPositive();
  }

  private LintResult judge(
      List<Migration> upTo, Migration migration, Optional<SnapshotTables> seen) {
    return Linters.postgres(Rules.all())
        .lint(
            new MigrationSet(upTo, List.of(), List.of()),
            Set.of(migration.path()),
            seen,
            List.of());
  }
}
