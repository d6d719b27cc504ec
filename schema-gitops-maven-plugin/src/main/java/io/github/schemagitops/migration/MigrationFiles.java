package io.github.schemagitops.migration;

import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects the files below the migration locations of a work tree. */
public final class MigrationFiles {

  private MigrationFiles() {}

  /**
   * Every regular file below the locations, sorted by path.
   *
   * @param baseDirectory the project's directory
   * @param locations absolute directories
   * @throws SchemaGitOpsException when a location is missing, or a link leads out of it
   */
  public static List<SourceFile> read(Path baseDirectory, List<Path> locations) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    for (Path location : locations) {
      if (!Files.isDirectory(location)) {
        throw SchemaGitOpsException.badInput(
            Location.ofFile(relative(baseDirectory, location)),
            "the migration location does not exist or is no directory",
            "create it, or set <locations> (-Dschema.locations) to where the migrations are");
      }
      try (Stream<Path> tree = Files.walk(location, FileVisitOption.FOLLOW_LINKS)) {
        boolean links = hasLinks(location);
        for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
          if (links) {
            refuseEscape(baseDirectory, location, file);
          }
          String path = relative(baseDirectory, file);
          files.put(
              path,
              new SourceFile(path, slashes(location.relativize(file)), Files.readAllBytes(file)));
        }
      } catch (IOException | UncheckedIOException e) {
        throw SchemaGitOpsException.badInput(
            Location.ofFile(relative(baseDirectory, location)),
            "the migration location cannot be read: " + e.getMessage(),
            "check its permissions and links");
      }
    }
    return new ArrayList<>(files.values());
  }

  /** Where there is none, no file's real path need be asked for, which takes long for thousands. */
  private static boolean hasLinks(Path location) throws IOException {
    try (Stream<Path> tree = Files.walk(location)) {
      return tree.filter(file -> !file.equals(location)).anyMatch(Files::isSymbolicLink);
    }
  }

  /** A link out of the location could print any file of the machine in an SQL error. */
  private static void refuseEscape(Path base, Path location, Path file) throws IOException {
    if (!file.toRealPath().startsWith(location.toRealPath())) {
      throw SchemaGitOpsException.badInput(
          Location.ofFile(relative(base, file)),
          "the file is a link that leads out of its migration location",
          "replace the link by the file itself");
    }
  }

  /** The path as reports show it: relative to the project where possible, with slashes. */
  public static String relative(Path baseDirectory, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = baseDirectory.toAbsolutePath().normalize();
    boolean inside = absolute.startsWith(base) && !absolute.equals(base);
    return slashes(inside ? base.relativize(absolute) : absolute);
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
