package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.git.BaseBranch;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project's migrations as they are in the work tree, and what they are compared with.
 *
 * @param migrations in the work tree
 * @param changed the migrations that the base does not have, or has with another text, in execution
 *     order
 * @param base the base branch, when there is one to compare with
 * @param baseFiles contents at the merge base by path relative to the project, line ends unified
 * @param tip identities of the migrations at the base branch's newest commit
 * @param commit the checked-out commit, when there is one
 * @param unchecked what could not be compared, and why; empty when a base was found
 */
record Workspace(
    MigrationSet migrations,
    List<Migration> changed,
    Optional<BaseBranch> base,
    Map<String, String> baseFiles,
    List<TipMigration> tip,
    Optional<String> commit,
    List<String> unchecked) {

  /** For a report's first line; empty outside of Git. */
  String commitTitle() {
    return commit.map(id -> "commit " + id.substring(0, 7)).orElse("");
  }

  /** A migration on the base branch. */
  record TipMigration(String path, MigrationId id) {}

  /** The migrations as the base has them; what the work tree still has is not read again. */
  MigrationSet baseMigrations(MigrationEngine engine, MigrationSettings settings) {
    Map<String, Migration> here =
        migrations.migrations().stream()
            .collect(Collectors.toMap(Migration::path, m -> m, (a, b) -> a));
    // A file that is named like another one, with more behind, may say how that one runs.
    Set<String> configured =
        Stream.concat(
                baseFiles.keySet().stream(), migrations.otherFiles().stream().map(SourceFile::path))
            .filter(path -> path.lastIndexOf('.') > 0)
            .map(path -> path.substring(0, path.lastIndexOf('.')))
            .collect(Collectors.toSet());
    List<Migration> known = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    baseFiles.forEach(
        (path, content) -> {
          Optional<Migration> same =
              Optional.ofNullable(here.get(path))
                  .filter(m -> LineEnds.unify(m.file().content()).equals(content))
                  .filter(m -> !configured.contains(path));
          if (same.isPresent()) {
            known.add(same.get());
          } else {
            files.add(
                new SourceFile(path, scriptOf(path, here.get(path)), LineEnds.bytes(content)));
          }
        });
    MigrationSet read = engine.read(files, settings);
    known.addAll(read.migrations());
    return new MigrationSet(known, read.otherFiles(), read.problems());
  }

  /** A file keeps its place below its location; one that moved away is named by its file alone. */
  private static String scriptOf(String path, @Nullable Migration here) {
    return here == null ? path.substring(path.lastIndexOf('/') + 1) : here.script();
  }

  /** For a report's first line, for instance {@code 2 new of 31 migrations since origin/main}. */
  String summary() {
    int total = migrations.migrations().size();
    return base.map(
            b -> "%d new of %d migrations since %s".formatted(changed.size(), total, b.title()))
        .orElse(total + (total == 1 ? " migration" : " migrations"));
  }
}
