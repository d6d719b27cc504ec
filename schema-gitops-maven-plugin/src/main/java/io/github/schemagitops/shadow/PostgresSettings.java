package io.github.schemagitops.shadow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Server settings of every throwaway PostgreSQL: fast, small, and without promises to keep. */
final class PostgresSettings {

  /** Setting to value; nothing here changes what a migration does or what the catalog says. */
  static final Map<String, String> THROWAWAY =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          // It would analyse tables at moments of its own, and keeps locks that a trace would see.
          "autovacuum", "off",
          "shared_buffers", "32MB",
          "max_connections", "50");

  /**
   * Who may log in how, on a server that only this machine reaches: everybody with a password, and
   * nobody for replication.
   */
  static final String LOGINS = "host all all 127.0.0.1/32 scram-sha-256\n";

  private PostgresSettings() {}

  /** The settings as arguments of the {@code postgres} program. */
  static List<String> asArguments() {
    return new TreeMap<>(THROWAWAY)
        .entrySet().stream()
            .flatMap(e -> List.of("-c", e.getKey() + "=" + e.getValue()).stream())
            .toList();
  }

  /**
   * The settings as a complete {@code postgresql.conf}, for a server that only this machine
   * reaches.
   *
   * @param port TCP port on the loopback interface
   * @param windows whether the server runs there
   */
  static String asFile(int port, boolean windows) {
    Map<String, String> all = new LinkedHashMap<>(new TreeMap<>(THROWAWAY));
    all.put("listen_addresses", "127.0.0.1");
    // No socket file: nothing to clash with a server of the user's, nothing to leave behind.
    all.put("unix_socket_directories", "");
    all.put("port", String.valueOf(port));
    // What initdb and the official images write for "C" and English.
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    all.put("datestyle", "iso, mdy");
    all.put("lc_messages", "C");
    all.put("lc_monetary", "C");
    all.put("lc_numeric", "C");
    all.put("lc_time", "C");
    all.put("default_text_search_config", "pg_catalog.english");
    // In the data directory, so that a killed server leaves nothing in the machine's memory.
    all.put("dynamic_shared_memory_type", windows ? "windows" : "mmap");
    // A kept state is as large as its log files.
    all.put("min_wal_size", "2MB");
    StringBuilder text = new StringBuilder();
    all.forEach((name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
    return text.toString();
  }
}
