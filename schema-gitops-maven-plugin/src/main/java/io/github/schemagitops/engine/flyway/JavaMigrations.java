package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine.Code;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.migration.Statements;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Migrations in Java, from the project's own compiled classes and from nowhere else. They run in
 * this process with all its rights, so that nothing is loaded unless the user allows it. What they
 * use besides comes from the plugin's class path.
 */
final class JavaMigrations {

  private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");

  private final Optional<Path> classes;

  /**
   * @param classes folder with compiled classes; empty when none may be run
   */
  JavaMigrations(Optional<Path> classes) {
    this.classes = classes;
  }

  /** The migration that a row names, or why it cannot be run again. */
  Code of(History.Entry entry) {
    if (classes.isEmpty()) {
      return Code.unknown(
          "it is written in Java, and schema.drift.javaMigrations does not allow it");
    }
    String name = entry.script();
    boolean named = CLASS_NAME.matcher(name).matches();
    Path file = classes.get().resolve((named ? name.replace('.', '/') : "no name") + ".class");
    if (!named || !Files.isRegularFile(file)) {
      return Code.unknown("its class is not in %s: compile first".formatted(fileName()));
    }
    try (URLClassLoader loader = loader()) {
      JavaMigration migration = instance(name, loader);
      return differs(entry, migration)
          ? Code.unknown("its class says now that it is another migration than the one that ran")
          : Code.of(migration(entry, name, Files.readAllBytes(file)));
    } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
      return Code.unknown("its class cannot be used: " + e);
    }
  }

  /** Instances of the migrations of a set that are in Java. */
  JavaMigration[] instances(MigrationSet set) {
    List<String> names =
        set.migrations().stream()
            .filter(m -> m.kind() == Migration.Kind.CODE)
            .map(Migration::script)
            .toList();
    if (names.isEmpty()) {
      return new JavaMigration[0];
    }
    // Not closed: what a migration uses is loaded while it runs.
    ClassLoader loader = loader();
    return names.stream()
        .map(
            name -> {
              try {
                return instance(name, loader);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " could be loaded a moment ago", e);
              }
            })
        .toArray(JavaMigration[]::new);
  }

  private URLClassLoader loader() {
    try {
      URL folder = classes.orElseThrow().toUri().toURL();
      return new URLClassLoader(new URL[] {folder}, JavaMigrations.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name comes from a table that others write: only a migration of the project is made. */
  private static JavaMigration instance(String name, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(name, false, loader);
    if (type.getClassLoader() != loader || !JavaMigration.class.isAssignableFrom(type)) {
      throw new ClassNotFoundException(name + " is no Java migration of this project");
    }
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (JavaMigration) constructor.newInstance();
  }

  private static boolean differs(History.Entry entry, JavaMigration migration) {
    Optional<MigrationVersion> version =
        Optional.ofNullable(migration.getVersion())
            .flatMap(v -> MigrationVersion.parse(v.getVersion()));
    boolean sameName =
        version.equals(entry.version())
            && (version.isPresent()
                || Objects.equals(migration.getDescription(), entry.description()));
    return !sameName || !Optional.ofNullable(migration.getChecksum()).equals(entry.checksum());
  }

  private Migration migration(History.Entry entry, String name, byte[] content) {
    String path = fileName() + "/" + name.replace('.', '/') + ".class";
    return new Migration(
        Migration.Kind.CODE,
        entry.version(),
        entry.description(),
        new SourceFile(path, name, content),
        "",
        entry.checksum().orElse(0),
        new Statements(List.of(), true, false).now());
  }

  private String fileName() {
    return String.valueOf(classes.orElseThrow().getFileName());
  }
}
