package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory whose files are in memory, for data that nobody will miss: thousands of small files
 * are made there in a tenth of the time that many disks take.
 */
final class MemoryDirectory {

  private static final Path LINUX = Path.of("/dev/shm");

  /** Where the system itself has its temporary files: who has moved them elsewhere wants it so. */
  private static final List<Path> USUAL = List.of(Path.of("/tmp"), Path.of("/var/tmp"));

  /** A container's default of 64 MiB is no place for a database. */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  private MemoryDirectory() {}

  /**
   * The directory, where there is one with enough room.
   *
   * @param temporary the directory that temporary files go to otherwise
   */
  static Optional<Path> insteadOf(Path temporary) {
    return beside(temporary).filter(MemoryDirectory::fits);
  }

  /** The directory, whether it has room now or not: what is in it may be from another time. */
  static Optional<Path> beside(Path temporary) {
    return USUAL.contains(temporary) && Files.isDirectory(LINUX)
        ? Optional.of(LINUX)
        : Optional.empty();
  }

  private static boolean fits(Path directory) {
    try {
      FileStore store = Files.getFileStore(directory);
      return Files.isWritable(directory)
          && store.type().equals("tmpfs")
          && store.getUsableSpace() >= LEAST_FREE_BYTES;
    } catch (IOException e) {
      return false; // Then it is no place for us.
    }
  }
}
