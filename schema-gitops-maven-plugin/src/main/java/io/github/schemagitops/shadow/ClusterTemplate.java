package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.dialect.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster with one empty database for migrations, made once per release and kept beside the
 * programs. Most of what a start takes is the making of files, about three hundred per database; so
 * there is none that nobody needs: the server's own templates are gone.
 */
final class ClusterTemplate {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long MAX_BYTES = 256L << 20;

  /** From this version on, text sorts and folds the same on every platform (builtin C.UTF-8). */
  private static final int BUILTIN_LOCALE = 17;

  private final EmbeddedPrograms programs;
  private final ShadowCache cache;
  private final String key;

  /**
   * @param programs their home's name tells one release and packing from another
   * @param directory only this user writes to it
   */
  ClusterTemplate(EmbeddedPrograms programs, Path directory) {
    this.programs = programs;
    this.cache = ShadowCache.of(new CacheSettings(directory, MAX_BYTES, ""));
    this.key =
        new CacheKey()
            .part("format", ClusterArchive.FORMAT)
            .part("programs", programs.home().getFileName().toString())
            .parts("arguments", arguments(programs.binaries().major()))
            .hex();
  }

  /**
   * Makes a data directory with an empty cluster.
   *
   * @param instance directory of the server, which gets a directory {@code data}
   * @return the administrator's password
   */
  Secret copyTo(Path instance) throws IOException {
    Path data = instance.resolve("data");
    Optional<Path> kept = cache.find(key).map(ShadowCache.Entry::state);
    if (kept.isPresent()) {
      try {
        return ClusterArchive.unpack(kept.get(), data, programs.user());
      } catch (IOException e) {
        // Just removed by another build, or damaged: made anew.
        TemporaryFiles.delete(data);
      }
    }
    Secret password = initialise(instance, data);
    addDatabase(instance, password);
    keep(data, password);
    return password;
  }

  private void addDatabase(Path instance, Secret password) throws IOException {
    EmbeddedProcess server = new EmbeddedProcess(programs, instance);
    server.startOnFreePort();
    try (Connection connection = Connections.open(server.administrator("postgres", password));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + PostgresShadow.DATABASE);
      for (String template : List.of("template0", "template1")) {
        statement.execute("ALTER DATABASE " + template + " IS_TEMPLATE false");
        statement.execute("DROP DATABASE " + template);
      }
    } catch (SQLException e) {
      throw new IOException("the database cannot be made", e);
    } finally {
      server.stopCleanly();
    }
  }

  private void keep(Path data, Secret password) {
    try {
      cache.store(
          key,
          new byte[0],
          file -> {
            ClusterArchive.pack(data, password, file);
            return true;
          });
    } catch (IOException e) {
      return; // The next build makes it again; this one has what it needs.
    }
  }

  private Secret initialise(Path instance, Path data) throws IOException {
    Secret password = ShadowOwner.randomPassword();
    Path passwordFile = instance.resolve("password");
    TemporaryFiles.createPrivate(passwordFile);
    Files.writeString(passwordFile, password.reveal() + "\n");
    programs.user().own(passwordFile);
    List<String> command = new ArrayList<>(arguments(programs.binaries().major()));
    command.add("--pgdata=" + data);
    command.add("--pwfile=" + passwordFile);
    Path output = instance.resolve("initdb.log");
    if (!programs.run("initdb", command, output, LIMIT)) {
      throw programs.failed(ServerProgram.lastWords(output));
    }
    Files.delete(passwordFile);
    return password;
  }

  private static List<String> arguments(int major) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--username=" + PostgresServer.ADMINISTRATOR,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // In megabytes: the smallest, because a kept state has at least one of them.
                "--wal-segsize=1",
                "--no-sync"));
    if (major >= BUILTIN_LOCALE) {
      arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    return arguments;
  }
}
