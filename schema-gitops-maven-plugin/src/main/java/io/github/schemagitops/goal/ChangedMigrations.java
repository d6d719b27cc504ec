package io.github.schemagitops.goal;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which migrations of a work tree belong to the change. */
final class ChangedMigrations {

  private final MigrationSet here;
  private final Map<String, String> base;
  private final Set<String> paths;

  private ChangedMigrations(MigrationSet here, Map<String, String> base) {
    this.here = here;
    this.base = base;
    this.paths = here.migrations().stream().map(Migration::path).collect(Collectors.toSet());
  }

  /**
   * The migrations that the base does not have, or has with another text, in execution order.
   *
   * @param base contents by path, line ends unified
   */
  static List<Migration> of(MigrationSet here, Map<String, String> base) {
    return new ChangedMigrations(here, base).list();
  }

  private List<Migration> list() {
    return here.migrations().stream().filter(this::isNew).toList();
  }

  private boolean isNew(Migration migration) {
    String content = LineEnds.unify(migration.file().content());
    return !content.equals(base.get(migration.path())) && !isMoved(migration, content);
  }

  /** True for a file of the base that is only in another folder now. */
  private boolean isMoved(Migration migration, String content) {
    return base.entrySet().stream()
        .filter(old -> old.getValue().equals(content))
        .map(Map.Entry::getKey)
        .filter(path -> path.substring(path.lastIndexOf('/') + 1).equals(migration.fileName()))
        .anyMatch(path -> !paths.contains(path));
  }
}
