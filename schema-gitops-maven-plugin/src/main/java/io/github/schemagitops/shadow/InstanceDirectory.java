package io.github.schemagitops.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The directory of one running embedded server. It is locked as long as this process lives, so that
 * a later build recognises what a killed one left behind.
 */
final class InstanceDirectory {

  /** Of PostgreSQL. Each kind of server has its own: only its own code can stop one. */
  private static final String PREFIX = "schema-gitops-shadow-";

  private static final String LOCK = "locked-by-";

  private static final Duration BEING_MADE = Duration.ofSeconds(10);

  private final String prefix;
  private final Path path;
  private final Path temporary;
  private final FileChannel lock;

  private InstanceDirectory(String prefix, Path path, Path temporary, FileChannel lock) {
    this.prefix = prefix;
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Makes a new one in memory or else in the temporary directory, readable by this user only; see
   * {@link MemoryDirectory}.
   */
  static InstanceDirectory create() throws IOException {
    return create(PREFIX);
  }

  /**
   * Makes a new one for another kind of server.
   *
   * @param prefix how the names of such directories begin
   */
  static InstanceDirectory create(String prefix) throws IOException {
    Path path = Files.createTempDirectory(prefix);
    Path temporary = path.toAbsolutePath().resolveSibling("");
    Optional<Path> memory = MemoryDirectory.insteadOf(temporary);
    if (memory.isPresent()) {
      Files.delete(path);
      path = Files.createTempDirectory(memory.get(), prefix);
    }
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK + ProcessHandle.current().pid()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
    channel.lock();
    return new InstanceDirectory(prefix, path, temporary, channel);
  }

  Path path() {
    return path;
  }

  /** A directory for programs that stays between builds; see {@link TemporaryFiles#cacheIn}. */
  Path cache() throws IOException {
    return TemporaryFiles.cacheIn(temporary, path);
  }

  /** Removes the directory with everything in it. */
  void delete() throws IOException {
    // Closed first: Windows does not delete open files.
    lock.close();
    TemporaryFiles.delete(path);
  }

  /**
   * Removes what killed builds of this user left where such directories are made.
   *
   * @param stopServer stops a server that may still run in the given directory
   */
  void removeAbandoned(Consumer<Path> stopServer) throws IOException {
    for (Path home : homes(temporary)) {
      List<Path> others;
      try (Stream<Path> siblings = Files.list(home)) {
        others =
            siblings
                .filter(p -> p.getFileName().toString().startsWith(prefix) && !p.equals(path))
                .toList();
      }
      others.forEach(other -> removeIfAbandoned(other, stopServer));
    }
  }

  /**
   * Where such directories are made, or were at another time.
   *
   * @param temporary the directory that temporary files go to
   */
  static List<Path> homes(Path temporary) {
    return Stream.concat(Stream.of(temporary), MemoryDirectory.beside(temporary).stream()).toList();
  }

  private static void removeIfAbandoned(Path directory, Consumer<Path> stopServer) {
    try {
      if (abandoned(directory)) {
        stopServer.accept(directory);
        TemporaryFiles.delete(directory);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // Another user's, or just being removed by its own build.
    }
  }

  private static boolean abandoned(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    List<Path> locks;
    try (Stream<Path> files = Files.list(directory)) {
      locks = files.filter(f -> f.getFileName().toString().startsWith(LOCK)).toList();
    }
    String own = LOCK + ProcessHandle.current().pid();
    // A lock of this process is not even opened: closing it again would release it (POSIX).
    if (locks.size() != 1 || locks.get(0).endsWith(own) || isBeingMade(locks.get(0))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(locks.get(0), StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken != null;
    }
  }

  /** Between making the file and locking it, it looks like that of a killed build. */
  private static boolean isBeingMade(Path lock) throws IOException {
    Instant made = Files.getLastModifiedTime(lock).toInstant();
    long process = Long.parseLong(lock.getFileName().toString().substring(LOCK.length()));
    return made.isAfter(Instant.now().minus(BEING_MADE))
        && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }
}
