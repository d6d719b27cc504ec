package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.shadow.ShadowCache;
import io.github.schemagitops.shadow.ShadowCache.Script;
import io.github.schemagitops.shadow.ShadowProvider;
import java.util.ArrayList;
import java.util.List;
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

  /** Equal for states that are equal, whoever makes them. */
  String key(ShadowProvider provider, ShadowConfig config, Progress progress) {
    List<Script> scripts =
        Stream.concat(migrations.stream().map(Migration::file), files.stream())
            .map(file -> new Script(file.script(), file.content()))
            .toList();
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
    return ShadowCache.key(
        provider,
        provider.identity(config, progress),
        config,
        words,
        settings.placeholders(),
        scripts);
  }
}
