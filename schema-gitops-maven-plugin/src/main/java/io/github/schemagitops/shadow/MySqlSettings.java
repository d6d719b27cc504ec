package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Server settings of every throwaway MySQL and MariaDB: fast, small, and without promises to keep.
 * Nothing here changes what a migration does; character sets are the server's own.
 */
final class MySqlSettings {

  private MySqlSettings() {}

  /**
   * The settings as arguments of the server program.
   *
   * @param empty an empty directory: the only place for {@code INTO OUTFILE} and {@code LOAD_FILE}.
   *     MariaDB takes "none" for "everywhere"
   */
  static List<String> asArguments(Database database, ShadowLimits limits, String empty) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--local-infile=0",
                "--secure-file-priv=" + empty,
                "--skip-name-resolve",
                // Without a binary log the owner may define functions and triggers.
                "--skip-log-bin",
                // A table stays in the data directory, whatever DATA DIRECTORY says.
                "--loose-skip-symbolic-links",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=OFF",
                // Memory disks have no asynchronous input and output.
                "--innodb-use-native-aio=0",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=50"));
    if (database == Database.MYSQL) {
      all.addAll(
          List.of(
              "--innodb-redo-log-capacity=16M",
              "--mysqlx=OFF",
              "--performance-schema=ON",
              "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON"));
    } else {
      all.addAll(
          List.of(
              "--innodb-log-file-size=16M",
              "--loose-max-tmp-session-space-usage=" + limits.tempFileBytes()));
    }
    return all;
  }
}
