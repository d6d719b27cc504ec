package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One directory of the cache: a state, what the caller keeps beside it, and a seal with the size
 * and SHA-256 of both. The seal is written last, and when it was last written tells the last use.
 */
record CacheEntry(Path directory) {

  private static final String STATE = "state";
  private static final String NOTES = "notes";
  private static final String SEAL = "seal";
  private static final List<String> FILES = List.of(SEAL, NOTES, STATE);

  Path state() {
    return directory.resolve(STATE);
  }

  /** True when there is a directory, whatever is in it. */
  boolean exists() {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
  }

  /** Completes an entry whose state was written. */
  void seal(String key, byte[] notes) throws IOException {
    TemporaryFiles.createPrivate(directory.resolve(NOTES));
    Files.write(directory.resolve(NOTES), notes);
    TemporaryFiles.createPrivate(directory.resolve(SEAL));
    Files.writeString(directory.resolve(SEAL), sizes(key, notes) + digests(notes));
  }

  /**
   * The notes, when everything is as it was sealed.
   *
   * @throws IOException when a file cannot be read
   */
  Optional<byte[]> verifiedNotes(String key) throws IOException {
    String seal = Files.readString(directory.resolve(SEAL), StandardCharsets.ISO_8859_1);
    byte[] notes = Files.readAllBytes(directory.resolve(NOTES));
    String sizes = sizes(key, notes);
    // Sizes first: they find a truncated file without reading it.
    return seal.startsWith(sizes) && seal.equals(sizes + digests(notes))
        ? Optional.of(notes)
        : Optional.empty();
  }

  private String sizes(String key, byte[] notes) throws IOException {
    return "schema-gitops state %s\n%d %s\n%d %s\n"
        .formatted(key, Files.size(state()), STATE, notes.length, NOTES);
  }

  private String digests(byte[] notes) throws IOException {
    return "%s %s\n%s %s\n".formatted(Digests.sha256(state()), STATE, Digests.sha256(notes), NOTES);
  }

  void touch() throws IOException {
    Files.setLastModifiedTime(directory.resolve(SEAL), FileTime.from(Instant.now()));
  }

  /** When it was last used; long ago for an incomplete one. */
  FileTime lastUse() {
    try {
      return Files.getLastModifiedTime(directory.resolve(SEAL));
    } catch (IOException e) {
      return FileTime.from(Instant.EPOCH);
    }
  }

  /** Size of its files. */
  long bytes() {
    return FILES.stream().mapToLong(name -> directory.resolve(name).toFile().length()).sum();
  }

  /** Removes its own files, the seal first, and the directory when nothing else is in it. */
  void remove() {
    try {
      for (String name : FILES) {
        Files.deleteIfExists(directory.resolve(name));
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      return; // In use on Windows, or being removed by another build; the next one tries again.
    }
  }
}
