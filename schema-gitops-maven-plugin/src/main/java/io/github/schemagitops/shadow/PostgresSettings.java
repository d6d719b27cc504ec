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
          "shared_buffers", "32MB",
          "max_connections", "50");

  private PostgresSettings() {}

  /** The settings as arguments of the {@code postgres} program. */
  static List<String> asArguments() {
    return new TreeMap<>(THROWAWAY)
        .entrySet().stream()
            .flatMap(e -> List.of("-c", e.getKey() + "=" + e.getValue()).stream())
            .toList();
  }

  /**
   * The settings as text of {@code postgresql.conf}, for a server that only this machine reaches.
   *
   * @param port TCP port on the loopback interface
   */
  static String asFile(int port) {
    Map<String, String> all = new LinkedHashMap<>(new TreeMap<>(THROWAWAY));
    all.put("listen_addresses", "127.0.0.1");
    // No socket file: nothing to clash with a server of the user's, nothing to leave behind.
    all.put("unix_socket_directories", "");
    all.put("port", String.valueOf(port));
    all.put("timezone", "UTC");
    StringBuilder text = new StringBuilder("\n");
    all.forEach((name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
    return text.toString();
  }
}
