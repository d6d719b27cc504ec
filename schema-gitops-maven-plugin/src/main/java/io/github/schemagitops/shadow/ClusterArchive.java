package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The data directory of a stopped PostgreSQL server as one file, with the administrator's password
 * of that moment: whoever starts a server from it changes the password at once, so that the one in
 * the file opens no server that migrations run on.
 */
final class ClusterArchive {

  /** Part of the key of whatever is kept: a new one when older files can no longer be read. */
  static final String FORMAT = "3";

  /**
   * At the top of the data directory, and not taken from an archive: how a server runs is written
   * anew for each, so an archive cannot bring settings that run programs.
   */
  private static final Set<String> OWN =
      Set.of(
          "postgresql.conf",
          "postgresql.auto.conf",
          "pg_hba.conf",
          "pg_ident.conf",
          "postmaster.opts",
          "postmaster.pid",
          "current_logfiles");

  /**
   * Maps of free space and of visibility: hints, which a server does without and makes anew. They
   * are a quarter of the files of an empty database.
   */
  private static final Pattern HINTS = Pattern.compile("(base/\\d+|global)/\\d+_(fsm|vm)");

  private ClusterArchive() {}

  /**
   * Writes the file, readable by this user only.
   *
   * @param data directory of a server that was stopped cleanly
   * @param file does not exist yet
   */
  static void pack(Path data, Secret password, Path file) throws IOException {
    StateFile.write(
        file,
        password,
        stream ->
            DataArchive.write(
                data, stream, name -> !OWN.contains(name) && !HINTS.matcher(name).matches()));
  }

  /**
   * Unpacks a file.
   *
   * @param data does not exist yet
   * @param user who gets the files
   * @return the administrator's password
   * @throws IOException when the file is damaged or is no such archive
   */
  static Secret unpack(Path file, Path data, ServerUser user) throws IOException {
    TemporaryFiles.createPrivateDirectory(data);
    user.own(data);
    try (StateFile.Opened state = StateFile.open(file)) {
      DataArchive.read(state.archive(), data, user);
      for (String name : OWN) {
        Files.deleteIfExists(data.resolve(name));
      }
      return state.administrator();
    }
  }
}
