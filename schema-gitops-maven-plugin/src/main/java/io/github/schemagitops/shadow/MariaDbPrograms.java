package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of one embedded MariaDB server.
 *
 * @param home the unpacked program
 * @param instance directory of the running server
 * @param user as whom it runs
 */
record MariaDbPrograms(
    MariaDbBinaries binaries, Path home, Path instance, ServerUser user, ShadowLimits limits) {

  private static final String PID_FILE = "mariadbd.pid";
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  /** What the installer of MariaDB runs, without the texts of HELP and the database "test". */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  /** Directory with the databases. */
  Path data() {
    return instance.resolve("data");
  }

  private Path empty() {
    return instance.resolve("empty");
  }

  private Path temporary() {
    return instance.resolve("tmp");
  }

  private Path log() {
    return instance.resolve("server.log");
  }

  /** Makes the directories of a server. */
  void createDirectories() throws IOException {
    for (Path directory : List.of(data(), empty(), temporary())) {
      user.own(Files.createDirectory(directory));
    }
    user.own(instance);
  }

  /**
   * Makes the server's own tables with one user, who may do everything; false when that fails. Only
   * the hash of the password is in a file.
   */
  boolean initialise(Secret administrator, Duration limit) throws IOException {
    StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
    sql.append("SET @auth_root_socket = NULL;\n");
    for (String script : SYSTEM_TABLES) {
      sql.append(Files.readString(home.resolve("share").resolve(script))).append('\n');
    }
    sql.append("USE mysql;\n");
    // The installer's root needs no password. The other one owns views of the server's own.
    sql.append("DELETE FROM global_priv WHERE User <> 'mariadb.sys';\n");
    sql.append("DELETE FROM proxies_priv;\n");
    sql.append(
        "INSERT INTO global_priv VALUES ('%%', '%s', '{\"access\":18446744073709551615,\"plugin\":\"mysql_native_password\",\"authentication_string\":\"%s\"}');\n"
            .formatted(MySqlShadow.ADMINISTRATOR, nativeHash(administrator)));
    Path script = instance.resolve("bootstrap.sql");
    Files.writeString(script, sql);
    List<String> command = command();
    command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine="));
    boolean done = new ServerProgram(user.running(command), log(), limit).run(script);
    Files.delete(script);
    return done;
  }

  /** Starts the server; it may take a while to answer. */
  Process start(int port) throws IOException {
    Files.deleteIfExists(instance.resolve(PID_FILE));
    List<String> command = command();
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + (binaries.windows() ? "schema-gitops-" + port : instance.resolve("s")),
            "--pid-file=" + instance.resolve(PID_FILE),
            // Making a key takes this build longer than everything else: 7 to 13 s measured.
            "--skip-ssl",
            // What MariaDB's own packages set.
            "--character-set-server=utf8mb4",
            "--character-set-collations=utf8mb4=uca1400_ai_ci"));
    return new ServerProgram(user.running(command), log(), KILL_LIMIT).start();
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve(binaries.program()).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data(),
                "--tmpdir=" + temporary(),
                "--lc-messages-dir=" + home.resolve("share")));
    command.addAll(MySqlSettings.asArguments(Database.MARIADB, limits, empty().toString()));
    return command;
  }

  /** Whether the last start failed because somebody else had the port. */
  boolean portWasTaken() throws IOException {
    return Files.readString(log(), StandardCharsets.ISO_8859_1).contains("Address already in use");
  }

  /** The last error in the log. */
  String lastWords() throws IOException {
    return Files.readString(log(), StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.contains("ERROR"))
        .reduce((first, last) -> last)
        .orElseGet(() -> ServerProgram.lastWords(log()));
  }

  /**
   * Ends a server that runs in a directory. Its process id is in a file there; a process that does
   * not name the directory has got the id since then.
   */
  static void killIn(Path instance) {
    runningIn(instance)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              try {
                process.onExit().get(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (ExecutionException | TimeoutException e) {
                return; // The system ends it when it can.
              }
            });
  }

  private static Optional<ProcessHandle> runningIn(Path instance) {
    try {
      String id = Files.readString(instance.resolve(PID_FILE)).strip();
      return ProcessHandle.of(Long.parseLong(id))
          .filter(
              process ->
                  process
                      .info()
                      .commandLine()
                      .map(line -> line.contains(instance.getFileName().toString()))
                      .orElse(true));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As {@code mysql_native_password} keeps it. */
  private static String nativeHash(Secret password) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] once = sha1.digest(password.reveal().getBytes(StandardCharsets.UTF_8));
      return "*" + HexFormat.of().formatHex(sha1.digest(once)).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has it", e);
    }
  }
}
