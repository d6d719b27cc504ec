package io.github.schemagitops.config.discovery;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.FlywayRun;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.Naming;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges settings from everywhere. What comes first wins, setting by setting: our own
 * configuration, the flyway-maven-plugin's in the POM, {@code flyway.toml} or {@code flyway.conf},
 * {@code spring.flyway}, Flyway's defaults.
 */
public final class MigrationSettingsResolver {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final ProjectLayout layout;
  private final List<FlywayProperties> sources = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();
  private final FlywayProperties own;

  /**
   * @param own what the user configured for this plugin, under Flyway's names
   * @param flywayPlugin configuration of the flyway-maven-plugin in the POM; may be empty
   */
  public MigrationSettingsResolver(
      ProjectLayout layout, Map<String, String> own, Map<String, String> flywayPlugin) {
    this.layout = layout;
    this.own = new FlywayProperties("the plugin's configuration", own, false);
    sources.add(this.own);
    sources.add(new FlywayProperties("flyway-maven-plugin in the POM", flywayPlugin, true));
    FlywayFiles.read(layout.baseDirectory()).ifPresent(sources::add);
    SpringFiles.read(layout.resourceDirectories()).ifPresent(sources::add);
  }

  /** True when nothing names a location, so the default is meant. */
  public boolean usesDefaultLocation() {
    return sources.stream().allMatch(s -> s.value("locations").isEmpty());
  }

  /** How Flyway itself runs the migrations, when the project has it do that. */
  public FlywayRun flywayRun() {
    return new FlywayRun(
        sources.stream()
            // A project may have properties like flyway.version, which say nothing.
            .filter(source -> source.runs() && !source.values().isEmpty())
            .map(FlywayProperties::origin)
            .findFirst(),
        bool("postgresqlTransactionalLock", true),
        value("initSql"));
  }

  public MigrationSettings resolve() {
    Database database = database();
    List<Path> locations = new ArrayList<>();
    for (String location : list("locations", ProjectLayout.DEFAULT_LOCATION)) {
      locations.add(locate(location.replace("{vendor}", database.id())));
    }
    boolean replace = bool("placeholderReplacement", true);
    PlaceholderSyntax syntax =
        new PlaceholderSyntax(text("placeholderPrefix", "${"), text("placeholderSuffix", "}"));
    Naming naming =
        new Naming(
            text("sqlMigrationPrefix", Naming.DEFAULT.versionedPrefix()),
            text("repeatableSqlMigrationPrefix", Naming.DEFAULT.repeatablePrefix()),
            text("sqlMigrationSeparator", Naming.DEFAULT.separator()),
            list("sqlMigrationSuffixes", ".sql"));
    return new MigrationSettings(
        database,
        locations,
        placeholders(),
        replace ? Optional.of(syntax) : Optional.empty(),
        encoding(),
        naming,
        list("schemas", ""),
        text("table", MigrationSettings.DEFAULT_HISTORY_TABLE),
        value("defaultSchema"),
        bool("outOfOrder", false),
        bool("mixed", false),
        origins);
  }

  /** What the user says, else what a JDBC URL says that is configured for Flyway or Spring. */
  private Database database() {
    Optional<String> named = own.value("database");
    if (named.isPresent()) {
      return Database.named(named.get())
          .orElseThrow(
              () ->
                  SchemaGitOpsException.badInput(
                      "schema.database is '%s'".formatted(named.get()),
                      "use one of: "
                          + Stream.of(Database.values())
                              .map(Database::id)
                              .collect(Collectors.joining(", "))));
    }
    for (FlywayProperties source : sources) {
      Optional<Database> known = source.value("url").flatMap(Database::ofUrl);
      if (known.isPresent()) {
        if (known.get() != Database.POSTGRESQL) {
          credit(known.get().title(), source);
        }
        return known.get();
      }
    }
    return Database.POSTGRESQL;
  }

  private Optional<String> value(String name) {
    for (FlywayProperties source : sources) {
      Optional<String> value = source.value(name);
      if (value.isPresent()) {
        credit(name, source);
        return value;
      }
    }
    return Optional.empty();
  }

  private void credit(String what, FlywayProperties source) {
    String origin = what + " from " + source.origin();
    if (!source.equals(own) && !origins.contains(origin)) {
      origins.add(origin);
    }
  }

  private String text(String name, String fallback) {
    return value(name).orElse(fallback);
  }

  private boolean bool(String name, boolean fallback) {
    return value(name).map(Boolean::parseBoolean).orElse(fallback);
  }

  private List<String> list(String name, String fallback) {
    return Stream.of(COMMA.split(text(name, fallback), -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private Map<String, String> placeholders() {
    Map<String, String> merged = new LinkedHashMap<>();
    for (FlywayProperties source : sources) {
      source
          .placeholders()
          .forEach(
              (name, value) -> {
                if (merged.putIfAbsent(name, value) == null) {
                  credit("placeholders", source);
                }
              });
    }
    return merged;
  }

  private Charset encoding() {
    String name = text("encoding", StandardCharsets.UTF_8.name());
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw SchemaGitOpsException.badInput(
          "the encoding '%s' is unknown".formatted(name), "use UTF-8");
    }
  }

  /**
   * Flyway takes a location without prefix for one on the class path; people often mean a folder.
   */
  private Path locate(String location) {
    if (location.startsWith("filesystem:")) {
      return layout.baseDirectory().resolve(location.substring("filesystem:".length())).normalize();
    }
    if (location.matches("(s3|gcs|abs):.*")) {
      throw SchemaGitOpsException.badInput(
          "the location '%s' is not in the project".formatted(location),
          "keep the migrations in Git and name their folder");
    }
    String path = location.startsWith("classpath:") ? location.substring(10) : location;
    String relative =
        path.startsWith("/") && location.startsWith("classpath:") ? path.substring(1) : path;
    Stream<Path> candidates =
        Stream.concat(
            layout.resourceDirectories().stream().map(d -> d.resolve(relative)),
            location.startsWith("classpath:")
                ? Stream.empty()
                : Stream.of(layout.baseDirectory().resolve(relative)));
    List<Path> all = candidates.map(Path::normalize).toList();
    return all.stream().filter(Files::isDirectory).findFirst().orElse(all.get(all.size() - 1));
  }
}
