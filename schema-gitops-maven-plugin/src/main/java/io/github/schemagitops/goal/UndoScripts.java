package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts that undo versioned migrations.
 *
 * @param byMigration each undo script by the migration it undoes
 * @param problems of files that cannot be read
 */
record UndoScripts(Map<Migration, Migration> byMigration, List<Finding> problems) {

  /**
   * Reads the scripts that belong to the given migrations.
   *
   * @param locations directories; one that does not exist holds none
   */
  static UndoScripts read(
      Path baseDirectory,
      List<Path> locations,
      List<Migration> migrations,
      MigrationEngine engine,
      MigrationSettings settings) {
    List<Path> there = locations.stream().filter(Files::isDirectory).toList();
    if (there.isEmpty()) {
      return new UndoScripts(Map.of(), List.of());
    }
    MigrationSet set = engine.readUndo(MigrationFiles.read(baseDirectory, there), settings);
    Map<Migration, Migration> byMigration = new LinkedHashMap<>();
    for (Migration migration : migrations) {
      set.migrations().stream()
          .filter(u -> u.version().isPresent() && u.version().equals(migration.version()))
          .findFirst()
          .ifPresent(undo -> byMigration.put(migration, undo));
    }
    return new UndoScripts(byMigration, set.problems());
  }
}
