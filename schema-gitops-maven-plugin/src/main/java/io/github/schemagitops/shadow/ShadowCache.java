package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * States of throwaway databases, kept between builds by what they depend on. What is read was
 * verified; what is damaged is removed and counts as absent. Builds may share a folder: an entry is
 * written beside its final place and then renamed. Other files in the folder are left alone.
 *
 * <p>Whoever can write to the folder can change what a build finds out: it deserves the same trust
 * as the local Maven repository.
 */
public final class ShadowCache {

  /** A new number when files of older releases can no longer be used. */
  private static final int FORMAT = 1;

  private static final String STAGING = ".staging-";
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /** Saving takes seconds; what is this old belongs to a killed build. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** An entry that was just found is about to be read. */
  private static final Duration IN_USE = Duration.ofMinutes(1);

  private final Path directory;
  private final long maxBytes;

  private ShadowCache(Path directory, long maxBytes) {
    this.directory = directory;
    this.maxBytes = maxBytes;
  }

  /** The cache in a directory; nothing is written until something is stored. */
  public static ShadowCache of(CacheSettings settings) {
    return new ShadowCache(settings.directory().resolve("states"), settings.maxBytes());
  }

  /**
   * A kept state.
   *
   * @param state what {@link ShadowDatabase#save} wrote; to be read at once, for it may go later
   * @param notes what the caller keeps beside it
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  public record Entry(Path state, byte[] notes) {}

  /** Writes a state, as {@link ShadowDatabase#save} does. */
  @FunctionalInterface
  public interface StateWriter {

    /**
     * Writes one file.
     *
     * @param file does not exist yet
     * @return false when there is nothing to keep
     */
    boolean save(Path file) throws IOException;
  }

  /**
   * A file that a state depends on.
   *
   * @param name as the migration engine sees it
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  public record Script(String name, byte[] content) {}

  /**
   * The key of a state.
   *
   * @param identity of the provider, see {@link ShadowProvider#identity}
   * @param settings whatever else of the configuration decides what the scripts do, in a fixed
   *     order
   * @param scripts in the order in which they run
   */
  public static String key(
      ShadowProvider provider,
      String identity,
      ShadowConfig config,
      List<String> settings,
      Map<String, String> placeholders,
      List<Script> scripts) {
    CacheKey key =
        new CacheKey()
            .part("format", String.valueOf(FORMAT))
            .part("provider", provider.id())
            .part("identity", identity);
    return complete(key, config, settings, placeholders, scripts);
  }

  /**
   * The key of what is known of a state before any server runs; nobody is asked which one that
   * would be.
   *
   * @param settings whatever else decides about it, in a fixed order
   * @param scripts in the order in which they run
   */
  public static String key(
      ShadowConfig config,
      List<String> settings,
      Map<String, String> placeholders,
      List<Script> scripts) {
    CacheKey key =
        new CacheKey()
            .part("notes", String.valueOf(FORMAT))
            .part("provider", config.provider().name())
            .part("server", config.server().map(server -> server.login().url()).orElse(""))
            .part("image", config.image().orElse(""));
    return complete(key, config, settings, placeholders, scripts);
  }

  private static String complete(
      CacheKey key,
      ShadowConfig config,
      List<String> settings,
      Map<String, String> placeholders,
      List<Script> scripts) {
    key.part("database", config.database().name())
        .part("version", config.effectiveVersion())
        .parts("extensions", config.extensions())
        .parts("settings", settings)
        .parts("placeholders", placeholders)
        .part("scripts", String.valueOf(scripts.size()));
    scripts.forEach(script -> key.part(script.name(), script.content()));
    return key.hex();
  }

  /** A state that is there and undamaged; it counts as used now. */
  public Optional<Entry> find(String key) {
    CacheEntry entry = entry(key);
    if (!entry.exists()) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> notes = entry.verifiedNotes(key);
      if (notes.isPresent()) {
        entry.touch();
        return Optional.of(new Entry(entry.state(), notes.get()));
      }
    } catch (IOException e) {
      // Unreadable is as good as damaged; another build may just have removed it.
    }
    entry.remove();
    return Optional.empty();
  }

  /**
   * Keeps a state. Where the same state is kept already, that one stays.
   *
   * @return false when the writer had nothing to keep, or what it wrote is larger than the cache
   * @throws IOException when it could not be written; the cache is as before then
   */
  public boolean store(String key, byte[] notes, StateWriter writer) throws IOException {
    TemporaryFiles.createPrivateDirectories(directory);
    removeLeftovers();
    Path staging = Files.createTempDirectory(directory, STAGING);
    try {
      CacheEntry fresh = new CacheEntry(staging.resolve(key));
      TemporaryFiles.createPrivateDirectory(fresh.directory());
      if (!writer.save(fresh.state())) {
        return false;
      }
      fresh.seal(key, notes);
      if (fresh.bytes() > maxBytes) {
        return false;
      }
      putInPlace(fresh.directory(), key);
    } finally {
      TemporaryFiles.delete(staging);
    }
    evict(key);
    return true;
  }

  /** Keeps only what the caller wants to keep; the entry's state is empty. */
  public boolean storeNotes(String key, byte[] notes) throws IOException {
    return store(
        key,
        notes,
        file -> {
          TemporaryFiles.createPrivate(file);
          return true;
        });
  }

  /** Removes a state that was found but turned out to be of no use. */
  public void remove(String key) {
    entry(key).remove();
  }

  private CacheEntry entry(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("no key: " + key);
    }
    return new CacheEntry(directory.resolve(key));
  }

  private void putInPlace(Path fresh, String key) throws IOException {
    try {
      Files.move(fresh, directory.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another build was faster, with the same state; or what is there is damaged and was not
      // looked at before.
      if (find(key).isEmpty()) {
        Files.move(fresh, directory.resolve(key), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Least recently used entries go until the rest fits. */
  private void evict(String justStored) throws IOException {
    List<Use> uses = uses();
    long bytes = uses.stream().mapToLong(Use::bytes).sum();
    FileTime inUse = FileTime.from(Instant.now().minus(IN_USE));
    for (Use use : uses) {
      if (bytes <= maxBytes || use.last().compareTo(inUse) > 0) {
        return;
      }
      if (!use.entry().directory().endsWith(justStored)) {
        bytes -= use.bytes();
        use.entry().remove();
      }
    }
  }

  private record Use(CacheEntry entry, FileTime last, long bytes) {}

  /** Least recently used first. */
  private List<Use> uses() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> KEY.matcher(file.getFileName().toString()).matches())
          .map(CacheEntry::new)
          .filter(CacheEntry::exists)
          .map(entry -> new Use(entry, entry.lastUse(), entry.bytes()))
          .sorted(Comparator.comparing(Use::last))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void removeLeftovers() throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
    try (var leftovers = Files.newDirectoryStream(directory, STAGING + "*")) {
      for (Path leftover : leftovers) {
        if (Files.getLastModifiedTime(leftover).compareTo(limit) < 0) {
          TemporaryFiles.delete(leftover);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return; // Another build removes them at the same time.
    }
  }
}
