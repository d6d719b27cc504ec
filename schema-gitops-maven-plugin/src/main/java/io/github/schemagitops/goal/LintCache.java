package io.github.schemagitops.goal;

import io.github.schemagitops.lint.ContextStore;
import io.github.schemagitops.report.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lint knows of older migrations, as files: one for each history, named by its contents. A
 * cache that cannot be read or written makes lint slower, never different.
 */
final class LintCache implements ContextStore {

  /** A few for each branch that somebody works on. */
  private static final int MOST = 40;

  private static final String SUFFIX = ".schema";

  private final Path directory;

  /**
   * @param cacheDirectory the folder of all caches; this one has its own folder in it
   */
  LintCache(Path cacheDirectory) {
    this.directory = cacheDirectory.resolve("lint");
  }

  @Override
  public Optional<Record> find(String key) {
    Path file = file(key);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      Object state = RecordCodec.read(Files.readAllBytes(file));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return state instanceof Record known ? Optional.of(known) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String key, Record state) {
    try {
      AtomicFile.write(file(key), RecordCodec.write(state));
      forget();
    } catch (IOException e) {
      // The next look reads the history again.
    }
  }

  private Path file(String key) {
    return directory.resolve(key + SUFFIX);
  }

  /** The ones that nobody has used for longest go first. */
  private void forget() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files =
          all.filter(file -> file.toString().endsWith(SUFFIX))
              .sorted(Comparator.comparing(LintCache::used).reversed())
              .toList();
    }
    for (Path file : files.subList(Math.min(MOST, files.size()), files.size())) {
      Files.deleteIfExists(file);
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
