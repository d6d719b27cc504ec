package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.shadow.ShadowCache;
import io.github.schemagitops.shadow.ShadowCache.Script;
import io.github.schemagitops.shadow.ShadowProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a state of a throwaway database comes from.
 *
 * @param migrations in the order in which they run
 * @param files other files that the engine reads: script configurations and callbacks
 */
public record StateSource(
    List<Migration> migrations,
    List<SourceFile> files,
    MigrationSettings settings,
    MigrationEngine engine) {

  public StateSource {
    migrations = List.copyOf(migrations);
    files = List.copyOf(files);
  }

  /** False for migrations in code, which may use any other class: nothing of them may be kept. */
  boolean isAllItDependsOn() {
    return migrations.stream().noneMatch(m -> m.kind() == Migration.Kind.CODE);
  }

  /** Equal for states that are equal, whoever makes them. */
  String key(ShadowProvider provider, ShadowConfig config, Progress progress) {
    return ShadowCache.key(
        provider,
        provider.identity(config, progress),
        config,
        words(config),
        settings.placeholders(),
        scripts());
  }

  /**
   * Equal for states whose snapshots are equal, as far as that can be told before a server runs.
   *
   * @param target product and full version of the real server
   */
  String keyBeforeAnyServer(ShadowConfig config, String target) {
    InspectionScope scope = new SchemaScope(settings, engine).ofShadow();
    List<String> words = words(config);
    words.add(target);
    words.add(String.join("\0", new TreeSet<>(scope.toolTables())));
    words.add(String.valueOf(scope.privileges()));
    return ShadowCache.key(config, words, settings.placeholders(), scripts());
  }

  private List<Script> scripts() {
    return Stream.concat(migrations.stream().map(Migration::file), files.stream())
        .map(file -> new Script(file.script(), file.content()))
        .toList();
  }

  private List<String> words(ShadowConfig config) {
    List<String> words = new ArrayList<>();
    words.add(engine.name());
    words.add(config.cache().map(ShadowConfig.CacheSettings::toolVersion).orElse(""));
    words.add(settings.encoding().name());
    words.add(settings.naming().toString());
    words.add(settings.placeholderSyntax().map(PlaceholderSyntax::toString).orElse(""));
    words.add(settings.historyTable());
    words.add(settings.historySchema().orElse(""));
    words.add(String.valueOf(settings.mixed()));
    words.add(String.valueOf(settings.privileges()));
    words.add(String.join("\0", settings.schemas()));
    return words;
  }
}
