package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Hands Flyway exactly the files that were read and checked, from memory: nothing can change
 * between the check and the run, and a part of a set, or texts from Git's history, run the same
 * way.
 */
final class InMemoryScripts implements ResourceProvider {

  private final Map<String, LoadableResource> byScript = new LinkedHashMap<>();

  InMemoryScripts(MigrationSet set) {
    for (Migration migration : set.migrations()) {
      if (migration.kind() == Migration.Kind.CODE) {
        continue;
      }
      byScript.put(migration.script(), new Script(migration.file(), migration.text()));
    }
    for (SourceFile file : set.otherFiles()) {
      byScript.put(file.script(), new Script(file, null));
    }
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return byScript.get(name);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    List<String> wanted = Arrays.asList(suffixes);
    return byScript.values().stream()
        .filter(r -> r.getFilename().startsWith(prefix))
        .filter(r -> wanted.stream().anyMatch(r.getFilename()::endsWith))
        .toList();
  }

  /** A file; its decoded text when there is one, so that a byte-order mark is gone. */
  private static final class Script extends LoadableResource {

    private final SourceFile file;
    private final @Nullable String text;

    Script(SourceFile file, @Nullable String text) {
      this.file = file;
      this.text = text;
    }

    @Override
    public Reader read() {
      return text != null
          ? new StringReader(text)
          : new InputStreamReader(new ByteArrayInputStream(file.content()), StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return file.path();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return file.path();
    }

    @Override
    public String getFilename() {
      return file.fileName();
    }

    @Override
    public String getRelativePath() {
      return file.script();
    }
  }
}
