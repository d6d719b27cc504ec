package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.MigrationSettings.PlaceholderSyntax;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.ScriptText;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.migration.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;

/** Turns files into migrations with Flyway's own file-name and statement parsers. */
final class FlywayReader {

  private final MigrationSettings settings;
  private final Predicate<SourceFile> known;
  private final FluentConfiguration configuration;
  private final FlywayNames names;
  private final List<Migration> migrations = new ArrayList<>();
  private final List<SourceFile> otherFiles = new ArrayList<>();
  private final List<Finding> problems = new ArrayList<>();

  FlywayReader(MigrationSettings settings) {
    this(settings, file -> false);
  }

  /**
   * @param known true for files that were found fit before: they are taken apart when somebody asks
   */
  FlywayReader(MigrationSettings settings, Predicate<SourceFile> known) {
    this.settings = settings;
    this.known = known;
    this.configuration = FlywaySetup.configure(settings).placeholderReplacement(false);
    this.names = new FlywayNames(settings.naming());
  }

  MigrationSet read(List<SourceFile> files) {
    Map<String, SourceFile> byPath =
        files.stream()
            .collect(Collectors.toMap(SourceFile::path, Function.identity(), (a, b) -> a));
    for (SourceFile file : files) {
      switch (names.roleOf(file)) {
        case MIGRATION -> readMigration(file, scriptConfig(byPath, file));
        case SCRIPT_CONFIG -> readScriptConfig(byPath, file);
        case CALLBACK -> otherFiles.add(file);
        case MISNAMED -> problems.add(names.complaint(file));
        case UNRELATED -> {}
      }
    }
    return new MigrationSet(migrations, otherFiles, problems);
  }

  /** Reads files whatever they are called, in the order of their paths. */
  MigrationSet readScripts(List<SourceFile> files) {
    files.stream()
        .filter(f -> settings.naming().suffixes().stream().anyMatch(f.fileName()::endsWith))
        .forEach(f -> readMigration(f, ScriptConfig.NONE));
    return new MigrationSet(migrations, List.of(), problems);
  }

  private static MigrationId scriptId(SourceFile file) {
    return new MigrationId(Migration.Kind.REPEATABLE, Optional.empty(), file.script());
  }

  private void readScriptConfig(Map<String, SourceFile> byPath, SourceFile file) {
    otherFiles.add(file);
    String script = file.path().substring(0, file.path().length() - ScriptConfig.SUFFIX.length());
    if (!byPath.containsKey(script)) {
      problems.add(
          Finding.at(
              Location.ofFile(file.path()),
              "script-config",
              Severity.WARNING,
              "the script configuration belongs to no migration: %s does not exist"
                  .formatted(script),
              "name it exactly like the migration, with %s behind".formatted(ScriptConfig.SUFFIX)));
    }
    problems.addAll(ScriptConfig.of(file).problems(file.path()));
  }

  private static ScriptConfig scriptConfig(Map<String, SourceFile> byPath, SourceFile file) {
    return Optional.ofNullable(byPath.get(file.path() + ScriptConfig.SUFFIX))
        .map(ScriptConfig::of)
        .orElse(ScriptConfig.NONE);
  }

  private void readMigration(SourceFile file, ScriptConfig config) {
    ScriptText script = ScriptText.of(file, config.encoding().orElse(settings.encoding()));
    problems.addAll(script.problems());
    if (!script.problems().isEmpty()) {
      return;
    }
    Placeholders placeholders = placeholders(script.text(), config);
    placeholders.unknown().forEach(u -> problems.add(unknownPlaceholder(file, script.text(), u)));
    Supplier<Statements> split;
    if (known.test(file)) {
      split = Statements.later(() -> splitKnown(file, script.text(), placeholders, config));
    } else {
      Split now = split(file, script.text(), placeholders, config);
      problems.addAll(now.problems());
      if (now.unreadable()) {
        return;
      }
      split = now.statements().now();
    }
    MigrationId name = names.parse(file).orElseGet(() -> scriptId(file));
    migrations.add(
        new Migration(
            name.kind(),
            name.version(),
            name.description(),
            file,
            script.text(),
            checksum(name.kind(), script.text(), placeholders),
            split));
  }

  /**
   * A script taken apart.
   *
   * @param problems what is wrong with it
   * @param unreadable true when its statements are not known
   */
  private record Split(Statements statements, List<Finding> problems, boolean unreadable) {}

  private Split split(
      SourceFile file, String text, Placeholders placeholders, ScriptConfig config) {
    FlywayStatements.Result split =
        FlywayStatements.split(placeholders, text, settings.database(), configuration);
    boolean inTransaction =
        config
            .executeInTransaction()
            .orElse(split.statements().stream().allMatch(SqlStatement::transactional));
    List<Finding> wrong = new ArrayList<>();
    if (split.error().isPresent()) {
      wrong.add(
          Finding.at(
              new Location(file.path(), split.errorLine(), 0),
              "unparsable",
              Severity.ERROR,
              "the file cannot be split into statements: " + split.error().get(),
              "close it: Flyway would read the rest of the file as part of it"));
    } else if (split.statements().isEmpty()) {
      wrong.add(
          Finding.at(
              Location.ofFile(file.path()),
              "empty-migration",
              Severity.ERROR,
              "the migration has no statement",
              "write the migration, or delete the file"));
    }
    return new Split(
        new Statements(
            split.statements(), inTransaction, config.executeInTransaction().isPresent()),
        wrong,
        split.error().isPresent());
  }

  private Statements splitKnown(
      SourceFile file, String text, Placeholders placeholders, ScriptConfig config) {
    Split split = split(file, text, placeholders, config);
    if (split.unreadable()) {
      Finding why = split.problems().get(0);
      throw SchemaGitOpsException.badInput(why.location().orElseThrow(), why.message(), why.help());
    }
    return split.statements();
  }

  private Placeholders placeholders(String text, ScriptConfig config) {
    boolean replace =
        config.placeholderReplacement().orElse(settings.placeholderSyntax().isPresent());
    // A prefix that cannot occur switches replacement off.
    PlaceholderSyntax syntax =
        replace
            ? settings.placeholderSyntax().orElse(PlaceholderSyntax.DEFAULT)
            : new PlaceholderSyntax("\0", "\0");
    return new Placeholders(text, syntax, settings.placeholders());
  }

  private Finding unknownPlaceholder(SourceFile file, String text, Placeholders.Unknown unknown) {
    String known =
        settings.placeholders().isEmpty()
            ? "none is configured"
            : "known: " + String.join(", ", new TreeSet<>(settings.placeholders().keySet()));
    return Finding.at(
        new Location(
            file.path(),
            ScriptText.lineAt(text, unknown.offset()),
            ScriptText.columnAt(text, unknown.offset())),
        "unknown-placeholder",
        Severity.ERROR,
        "the placeholder '%s' has no value (%s)".formatted(unknown.name(), known),
        "add it to <placeholders>, or write placeholderReplacement=false to %s%s if it is data"
            .formatted(file.fileName(), ScriptConfig.SUFFIX));
  }

  /** Flyway sums a repeatable after placeholder replacement, a versioned migration before. */
  private static int checksum(Migration.Kind kind, String text, Placeholders placeholders) {
    String summed = kind == Migration.Kind.REPEATABLE ? placeholders.replaced() : text;
    return ChecksumCalculator.calculate(new StringResource(summed));
  }
}
