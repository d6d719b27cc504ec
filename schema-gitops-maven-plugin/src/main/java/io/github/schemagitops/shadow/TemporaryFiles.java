package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Files of embedded servers in the temporary directory, which other users may share. */
final class TemporaryFiles {

  private static final int ROOT = 0;
  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private TemporaryFiles() {}

  /** True where files have an owner and permission bits. */
  static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  }

  /** Numeric owner of a file; empty where files have none. */
  static OptionalInt ownerOf(Path file) throws IOException {
    return posix()
        ? OptionalInt.of((Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS))
        : OptionalInt.empty();
  }

  /** True when the owner of this file is root, who may not run a server. */
  static boolean ownedByRoot(Path file) throws IOException {
    OptionalInt owner = ownerOf(file);
    return owner.isPresent() && owner.getAsInt() == ROOT;
  }

  /**
   * A directory that stays between builds and that only this user writes to: programs are run from
   * it, so another user must not be able to put one there.
   *
   * @param temporary the temporary directory
   * @param mine a file just made by this user
   */
  static Path cacheIn(Path temporary, Path mine) throws IOException {
    OptionalInt user = ownerOf(mine);
    String suffix = user.isPresent() ? "-" + user.getAsInt() : "";
    Path cache = temporary.resolve("schema-gitops" + suffix);
    if (!Files.exists(cache, LinkOption.NOFOLLOW_LINKS)) {
      createReadable(cache, ownedByRoot(mine));
    }
    boolean safe =
        Files.isDirectory(cache, LinkOption.NOFOLLOW_LINKS)
            && ownerOf(cache).equals(user)
            && (!posix()
                || Files.getPosixFilePermissions(cache).stream()
                    .noneMatch(WRITABLE_BY_OTHERS::contains));
    if (!safe) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "%s can be written to by another user, so programs are not run from it".formatted(cache),
          "remove it, or run the build with another temporary directory (-Djava.io.tmpdir=…)",
          null);
    }
    return cache;
  }

  private static void createReadable(Path directory, boolean byAll) throws IOException {
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      return; // Another build was faster; the caller checks what is there.
    }
    if (posix()) {
      // Root's servers run as another user, who has to read what root unpacked.
      String permissions = byAll ? "rwxr-xr-x" : "rwx------";
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }
  }

  /**
   * Lets every user read a file or directory, whatever the umask is; only its owner may write.
   *
   * @param executable true for programs and directories
   */
  static void readableByAll(Path file, boolean executable) throws IOException {
    if (posix()) {
      String permissions = executable ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Makes an empty file that only this user may read, from its first moment on. */
  static void createPrivate(Path file) throws IOException {
    Files.createFile(file, privately("rw-------"));
  }

  /** Makes a directory that only this user may enter; its parent is there. */
  static void createPrivateDirectory(Path directory) throws IOException {
    Files.createDirectory(directory, privately("rwx------"));
  }

  /** Like {@link #createPrivateDirectory}, with its parents, and no error where it is already. */
  static void createPrivateDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, privately("rwx------"));
  }

  private static FileAttribute<?>[] privately(String permissions) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Removes a file or a directory with everything in it; what is gone already is no error. */
  static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return;
    }
  }
}
