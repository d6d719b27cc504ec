package io.github.schemagitops.config.discovery;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads {@code spring.flyway.*} from a Spring Boot project's application files, without profiles.
 */
final class SpringFiles {

  private static final String PREFIX = "spring.flyway.";
  private static final List<String> NAMES =
      List.of(
          "application.properties",
          "application.yml",
          "application.yaml",
          "config/application.properties",
          "config/application.yml",
          "config/application.yaml");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}:]*(?::([^}]*))?}");

  private SpringFiles() {}

  static Optional<FlywayProperties> read(List<Path> resourceDirectories) {
    for (Path directory : resourceDirectories) {
      for (String name : NAMES) {
        Path file = directory.resolve(name);
        if (Files.isRegularFile(file)) {
          Map<String, String> all = values(file);
          Map<String, String> values = flywayValues(all);
          if (!values.isEmpty()) {
            boolean runs =
                all.keySet().stream().anyMatch(key -> key.startsWith(PREFIX))
                    && !"false".equals(all.get(PREFIX + "enabled"));
            return Optional.of(new FlywayProperties("spring.flyway in " + name, values, runs));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> values(Path file) {
    Map<String, String> all = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (file.toString().endsWith(".properties")) {
        Properties properties = new Properties();
        properties.load(reader);
        properties.stringPropertyNames().forEach(n -> all.put(n, properties.getProperty(n)));
      } else {
        for (Object document : yaml().loadAll(reader)) {
          if (document instanceof Map<?, ?> map && !isForProfile(map)) {
            flatten("", map, all);
          }
        }
      }
    } catch (IOException | YAMLException e) {
      throw FlywayFiles.unreadable(file, e);
    }
    return all;
  }

  private static Map<String, String> flywayValues(Map<String, String> all) {
    Map<String, String> flyway = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            resolve(value).ifPresent(v -> flyway.put(name.substring(PREFIX.length()), v));
          }
        });
    // Spring's Flyway uses the application's own data source unless it has a URL of its own.
    Optional.ofNullable(all.get("spring.datasource.url"))
        .flatMap(SpringFiles::resolve)
        .ifPresent(url -> flyway.putIfAbsent("url", url));
    return flyway;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    return new Yaml(new SafeConstructor(options));
  }

  private static boolean isForProfile(Map<?, ?> document) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", document, flat);
    return flat.keySet().stream()
        .anyMatch(k -> k.startsWith("spring.config.activate") || k.equals("spring.profiles"));
  }

  private static void flatten(String prefix, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> flatten(prefix.isEmpty() ? "" + k : prefix + "." + k, v, into));
    } else if (value instanceof List<?> list) {
      into.put(prefix, String.join(",", list.stream().map(String::valueOf).toList()));
    } else if (value != null) {
      into.put(prefix, String.valueOf(value));
    }
  }

  /** {@code ${X:default}} as its default; without one the value is only known at run time. */
  private static Optional<String> resolve(String value) {
    Matcher reference = REFERENCE.matcher(value);
    StringBuilder out = new StringBuilder();
    while (reference.find()) {
      if (reference.group(1) == null) {
        return Optional.empty();
      }
      reference.appendReplacement(out, Matcher.quoteReplacement(reference.group(1)));
    }
    return Optional.of(reference.appendTail(out).toString());
  }
}
