package io.github.schemagitops.config.discovery;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a project keeps its files.
 *
 * @param baseDirectory absolute
 * @param resourceDirectories absolute, usually {@code src/main/resources} alone
 */
public record ProjectLayout(Path baseDirectory, List<Path> resourceDirectories) {

  /** Flyway's and Spring Boot's default. */
  static final String DEFAULT_LOCATION = "classpath:db/migration";

  public ProjectLayout {
    resourceDirectories = List.copyOf(resourceDirectories);
  }

  /** Where migrations are when nothing says otherwise. */
  public Path defaultLocation() {
    return resourceDirectories.get(0).resolve("db").resolve("migration");
  }
}
