package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code <migration>.conf} file: settings of one script. */
record ScriptConfig(Map<String, String> values) {

  static final String SUFFIX = ".conf";
  static final ScriptConfig NONE = new ScriptConfig(Map.of());

  private static final Set<String> KNOWN =
      Set.of("executeInTransaction", "encoding", "placeholderReplacement", "shouldExecute");

  static ScriptConfig of(SourceFile file) {
    Map<String, String> values = new LinkedHashMap<>();
    new String(file.content(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.contains("="))
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            });
    return new ScriptConfig(values);
  }

  Optional<Boolean> executeInTransaction() {
    return Optional.ofNullable(values.get("executeInTransaction")).map(Boolean::parseBoolean);
  }

  Optional<Boolean> placeholderReplacement() {
    return Optional.ofNullable(values.get("placeholderReplacement")).map(Boolean::parseBoolean);
  }

  Optional<Charset> encoding() {
    return Optional.ofNullable(values.get("encoding"))
        .filter(Charset::isSupported)
        .map(Charset::forName);
  }

  List<Finding> problems(String path) {
    return values.keySet().stream()
        .filter(key -> !KNOWN.contains(key))
        .map(
            key ->
                Finding.at(
                    Location.ofFile(path),
                    "script-config",
                    Severity.ERROR,
                    "unknown setting '%s' in the script configuration".formatted(key),
                    "use one of: " + String.join(", ", KNOWN.stream().sorted().toList())))
        .toList();
  }
}
