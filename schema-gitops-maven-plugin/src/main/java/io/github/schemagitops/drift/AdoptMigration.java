package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SourceFile;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A new migration that takes drift into Git.
 *
 * @param fileName for instance {@code V31__adopt_drift_production.sql}
 * @param text what the file says
 * @param configuration text of the script configuration beside it, where one is needed
 * @param migration the file as the engine reads it
 */
public record AdoptMigration(
    String fileName, String text, Optional<String> configuration, Migration migration) {

  private static final String DESCRIPTION = "adopt_drift_";

  /** What all adopt migrations of an environment are called behind the version. */
  public static String description(String environment) {
    return DESCRIPTION + environment.replaceAll("[^A-Za-z0-9]+", "_");
  }

  /** True for a file that an adopt migration, or its configuration, was written to. */
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).contains(DESCRIPTION);
  }

  /** True for an adopt migration of that environment. */
  public static boolean isOne(Migration migration, String environment) {
    return migration.description().equals(description(environment).replace('_', ' '));
  }

  /** A version above all others, written like the highest of them: {@code 042}, {@code 1.8}. */
  public static String nextVersion(Collection<MigrationVersion> known) {
    String newest = known.stream().max(Comparator.naturalOrder()).map(Object::toString).orElse("0");
    int last = newest.lastIndexOf('.') + 1;
    String number = newest.substring(last);
    String next = new BigInteger(number).add(BigInteger.ONE).toString();
    String zeros = "0".repeat(Math.max(0, number.length() - next.length()));
    return newest.substring(0, last) + zeros + next;
  }

  /**
   * Writes the migration.
   *
   * @param header comment lines at its top, without the dashes
   * @throws SchemaGitOpsException when the engine would not read it as it is meant
   */
  public static AdoptMigration of(
      RepairScript script,
      String version,
      String environment,
      List<String> header,
      Dialect dialect,
      MigrationEngine engine,
      MigrationSettings settings) {
    String fileName =
        settings.naming().versionedPrefix()
            + version
            + settings.naming().separator()
            + description(environment)
            + settings.naming().suffixes().get(0);
    String text = text(script.statements(), header, dialect);
    Optional<String> configuration = configuration(script.statements(), text, settings);
    List<SourceFile> files = new ArrayList<>();
    files.add(file(fileName, text, settings.encoding()));
    configuration.ifPresent(c -> files.add(file(fileName + ".conf", c, settings.encoding())));
    Migration migration = read(files, script.statements().size(), engine, settings);
    return new AdoptMigration(fileName, text, configuration, migration);
  }

  private static Migration read(
      List<SourceFile> files, int statements, MigrationEngine engine, MigrationSettings settings) {
    MigrationSet set = engine.read(files, settings);
    Optional<Migration> migration = set.migrations().stream().findFirst();
    String problem = set.problems().stream().findFirst().map(Finding::message).orElse("");
    if (migration.isEmpty() || set.broken()) {
      throw SchemaGitOpsException.badInput(
          "%s cannot read the statements of the adopt migration: %s"
              .formatted(engine.name(), problem),
          "write the migration by hand");
    }
    if (migration.get().statements().size() != statements) {
      throw SchemaGitOpsException.badInput(
          "%s takes the %d statements of the adopt migration for %d"
              .formatted(engine.name(), statements, migration.get().statements().size()),
          "write the migration by hand");
    }
    return migration.get();
  }

  private static SourceFile file(String name, String text, Charset encoding) {
    return new SourceFile(name, name, text.getBytes(encoding));
  }

  private static String text(List<RepairStatement> script, List<String> header, Dialect dialect) {
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append("-- ").append(line).append('\n'));
    for (RepairStatement statement : script) {
      text.append('\n');
      if (!statement.isSafe()) {
        String hazards =
            statement.hazards().stream().map(Hazard::id).sorted().collect(Collectors.joining(", "));
        text.append("-- %s, on every database where it has not happened yet\n".formatted(hazards));
      }
      text.append(dialect.inScript(statement.sql())).append('\n');
    }
    return text.toString();
  }

  private static Optional<String> configuration(
      List<RepairStatement> script, String text, MigrationSettings settings) {
    List<String> lines = new ArrayList<>();
    if (script.stream().anyMatch(s -> !s.transactional())) {
      lines.add("executeInTransaction=false");
    }
    if (settings
        .placeholderSyntax()
        .map(PlaceholderSyntax::prefix)
        .filter(text::contains)
        .isPresent()) {
      lines.add("placeholderReplacement=false");
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines) + "\n");
  }
}
