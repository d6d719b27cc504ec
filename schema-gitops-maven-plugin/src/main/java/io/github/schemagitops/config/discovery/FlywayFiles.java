package io.github.schemagitops.config.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code flyway.toml} and {@code flyway.conf} beside the POM. */
final class FlywayFiles {

  private FlywayFiles() {}

  /** The newer format wins, as in Flyway. */
  static Optional<FlywayProperties> read(Path baseDirectory) {
    return toml(baseDirectory.resolve("flyway.toml"))
        .or(() -> conf(baseDirectory.resolve("flyway.conf")))
        .or(() -> conf(baseDirectory.resolve("conf").resolve("flyway.conf")));
  }

  private static Optional<FlywayProperties> toml(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode all = new TomlMapper().readTree(Files.readString(file));
      Map<String, String> values = new LinkedHashMap<>();
      flatten("", all.path("flyway"), values);
      // What belongs to a connection stands with its environment.
      JsonNode environment =
          all.path("environments").path(values.getOrDefault("environment", "default"));
      if (environment.hasNonNull("initSql")) {
        values.put("initSql", text(environment.path("initSql")));
      }
      return Optional.of(new FlywayProperties(file.getFileName().toString(), values, true));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    node.properties()
        .forEach(
            entry -> {
              String name = prefix + entry.getKey();
              if (entry.getValue().isObject()) {
                flatten(name + ".", entry.getValue(), into);
              } else {
                into.put(name, text(entry.getValue()));
              }
            });
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    StringBuilder joined = new StringBuilder();
    node.forEach(n -> joined.append(joined.isEmpty() ? "" : ",").append(n.asText()));
    return joined.toString();
  }

  private static Optional<FlywayProperties> conf(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Map<String, String> values = new LinkedHashMap<>();
      for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (name.startsWith("flyway.")) {
          values.put(name.substring("flyway.".length()), line.substring(equals + 1).strip());
        }
      }
      return Optional.of(new FlywayProperties(file.getFileName().toString(), values, true));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static SchemaGitOpsException unreadable(Path file, Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return SchemaGitOpsException.badInput(
        Location.ofFile(file.getFileName().toString()),
        "the file cannot be read: " + message,
        "correct it, or set the same in the plugin's <configuration>");
  }
}
