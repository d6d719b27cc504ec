package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.git.BaseBranch;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.git.PastFile;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a migration once had, in the history of the checked-out commit and of the base branch:
 * what was reviewed and merged, but not whatever branch somebody pushed. A text is the migration's
 * when its file was named like it and its checksum is the recorded one, wherever the file was.
 */
final class GitTexts implements PastTexts {

  private static final String CONFIG_SUFFIX = ".conf";

  private final GitRepository git;
  private final Set<String> commits = new LinkedHashSet<>();
  private final ProjectConfig project;
  private final MigrationEngine engine;
  private final String folder;
  private final Map<PastFile, Optional<Migration>> read = new HashMap<>();
  private @Nullable Index nearby;
  private @Nullable Index everywhere;

  GitTexts(GitRepository git, ProjectConfig project, MigrationEngine engine) {
    this.git = git;
    this.project = project;
    this.engine = engine;
    git.head().ifPresent(commits::add);
    BaseBranch.find(git, project.gitBase(), project.ciTarget())
        .ifPresent(base -> commits.add(base.tip()));
    this.folder = folderOf(project.baseDirectory(), git.workTree());
  }

  @Override
  public Optional<PastText> find(History.Entry entry) {
    if (entry.checksum().isEmpty()) {
      return Optional.empty();
    }
    // The whole tree is only walked for files that came from another folder.
    return in(nearby(), entry).or(() -> in(everywhere(), entry));
  }

  @Override
  public String searched(History.Entry entry) {
    if (git.isShallow()) {
      return "in this clone, which is shallow";
    }
    return entry.version().isEmpty() && !project.migrations().placeholders().isEmpty()
        ? "in Git's history with today's placeholder values"
        : "in Git's history";
  }

  private Optional<PastText> in(Index index, History.Entry entry) {
    for (PastFile file : index.filesOf(entry)) {
      Optional<Migration> then =
          read.computeIfAbsent(file, f -> read(f, entry.script(), index.configOf(f)));
      if (then.map(Migration::checksum).equals(entry.checksum())) {
        return then.map(m -> new PastText(m, "commit " + file.shortCommit()));
      }
    }
    return Optional.empty();
  }

  private Optional<Migration> read(PastFile file, String script, Optional<PastFile> config) {
    List<SourceFile> files = new ArrayList<>();
    files.add(new SourceFile(pathOf(file), script, git.content(file)));
    config.ifPresent(
        c -> files.add(new SourceFile(pathOf(c), script + CONFIG_SUFFIX, git.content(c))));
    // Only a checksum is wanted of most.
    return engine.read(files, project.migrations(), f -> true).migrations().stream().findFirst();
  }

  /** As reports show it: relative to the project, when it was inside. */
  private String pathOf(PastFile file) {
    return file.path().startsWith(folder) ? file.path().substring(folder.length()) : file.path();
  }

  private Index nearby() {
    Index known = nearby;
    if (known == null) {
      known = index(project.migrations().locations());
      nearby = known;
    }
    return known;
  }

  private Index everywhere() {
    Index known = everywhere;
    if (known == null) {
      project.progress().say("searching Git's history for migrations that are not here any more");
      known = index(List.of());
      everywhere = known;
    }
    return known;
  }

  private Index index(Collection<Path> directories) {
    List<PastFile> files =
        git.pastFiles(
            commits,
            directories,
            name -> identify(name).isPresent() || name.endsWith(CONFIG_SUFFIX));
    Index index = new Index();
    for (PastFile file : files) {
      Optional<MigrationId> id = identify(file.fileName());
      if (id.isPresent()) {
        index.byName.computeIfAbsent(key(id.get()), k -> new ArrayList<>()).add(file);
      } else {
        index.configs.putIfAbsent(file.path(), file);
      }
    }
    return index;
  }

  private Optional<MigrationId> identify(String name) {
    MigrationSettings settings = project.migrations();
    return engine.identify(new SourceFile(name, name, new byte[0]), settings);
  }

  /** Files by what they are to the history table, newest first; their configurations by path. */
  private static final class Index {

    private final Map<MigrationId, List<PastFile>> byName = new HashMap<>();
    private final Map<String, PastFile> configs = new HashMap<>();

    List<PastFile> filesOf(History.Entry entry) {
      MigrationId id = new MigrationId(entry.kind(), entry.version(), entry.description());
      return byName.getOrDefault(key(id), List.of());
    }

    Optional<PastFile> configOf(PastFile script) {
      return Optional.ofNullable(configs.get(script.path() + CONFIG_SUFFIX));
    }
  }

  /** A version is one migration, whatever its description. */
  private static MigrationId key(MigrationId id) {
    return id.version().isPresent() ? new MigrationId(id.kind(), id.version(), "") : id;
  }

  private static String folderOf(Path project, Path workTree) {
    try {
      Path root = workTree.toRealPath();
      Path base = project.toRealPath();
      return base.startsWith(root) && !base.equals(root)
          ? root.relativize(base).toString().replace('\\', '/') + "/"
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
