package io.github.schemagitops.config.discovery;

import io.github.schemagitops.config.FlywayRun;
import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.LintConfig.DeployedBy;
import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.finding.NearestWord;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges what a project says about linting, key by key: the command line wins over the POM, the POM
 * over {@code schema-gitops.yaml}. What rules there are is not known here.
 */
public final class LintConfigResolver {

  private static final List<String> FILE_NAMES = List.of("schema-gitops.yaml", "schema-gitops.yml");
  private static final String LINT = "lint";
  private static final String RULES = "rules";
  private static final String SERVER_VERSION = "serverVersion";
  private static final String DEPLOYED_BY = "deployedBy";
  private static final String STATISTICS = "statistics";
  private static final String USUAL_STATISTICS = "schema-stats.json";
  private static final List<String> KEYS = List.of(RULES, SERVER_VERSION, DEPLOYED_BY, STATISTICS);

  private final Path baseDirectory;
  private final List<LintWord> rules = new ArrayList<>();
  private final Map<String, LintWord> others = new LinkedHashMap<>();

  /** Where a relative path is relative to, by the setting that names it. */
  private final Map<String, Path> homes = new LinkedHashMap<>();

  /**
   * Reads the file, when there is one.
   *
   * @param baseDirectory the project's; reported paths are relative to it
   * @param directories where the file may be; the first that has one counts
   */
  public LintConfigResolver(Path baseDirectory, List<Path> directories) {
    this.baseDirectory = baseDirectory.toAbsolutePath();
    directories.stream()
        .map(Path::toAbsolutePath)
        .flatMap(directory -> FILE_NAMES.stream().map(directory::resolve))
        .filter(Files::isRegularFile)
        .findFirst()
        .ifPresent(this::readFile);
  }

  private void readFile(Path path) {
    YamlFile file = YamlFile.of(baseDirectory, path);
    Map<String, YamlFile.Entry> top = file.read(path);
    top.values().forEach(entry -> refuseUnless(List.of(LINT), entry));
    Optional.ofNullable(top.get(LINT)).map(file::entries).ifPresent(lint -> readLint(file, lint));
    Optional.ofNullable(path.getParent()).ifPresent(home -> homes.put(STATISTICS, home));
  }

  private void readLint(YamlFile file, Map<String, YamlFile.Entry> lint) {
    for (YamlFile.Entry entry : lint.values()) {
      refuseUnless(KEYS, entry);
      if (entry.key().equals(RULES)) {
        file.entries(entry).values().forEach(rule -> rules.add(word(rule)));
      } else {
        others.put(entry.key(), word(entry));
      }
    }
  }

  private static LintWord word(YamlFile.Entry entry) {
    String text =
        entry
            .text()
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        entry.location(),
                        "'%s' must be one value".formatted(entry.key()),
                        "write a rule's own settings as lines of their own: %s.<setting>: <value>"
                            .formatted(entry.key())));
    return new LintWord(entry.key(), text, entry.location().file(), Optional.of(entry.location()));
  }

  private static void refuseUnless(List<String> known, YamlFile.Entry entry) {
    if (!known.contains(entry.key())) {
      throw SchemaGitOpsException.badInput(
          entry.location(),
          "there is no setting '%s'".formatted(entry.key()),
          NearestWord.to(entry.key(), known)
              .map("write %s"::formatted)
              .orElse("use one of: " + String.join(", ", known)));
    }
  }

  /** Adds what is said about rules and wins over what was said so far. */
  public void rules(List<LintWord> words) {
    rules.addAll(words);
  }

  /** Adds another setting, under the name that it has in the file. */
  public void setting(LintWord word) {
    others.put(word.key(), word);
    homes.put(word.key(), baseDirectory);
  }

  /** Everything together. */
  public LintConfig resolve(FlywayRun flyway) {
    return new LintConfig(
        rules,
        other(SERVER_VERSION).map(LintConfigResolver::version),
        other(DEPLOYED_BY).map(LintConfigResolver::deployer),
        other(STATISTICS).map(this::statistics).or(this::usualStatistics),
        false,
        flyway);
  }

  private Optional<LintWord> other(String key) {
    return Optional.ofNullable(others.get(key)).filter(word -> !word.value().isBlank());
  }

  /** Where {@code schema:stats} writes by default. */
  private Optional<Path> usualStatistics() {
    return Optional.of(baseDirectory.resolve(USUAL_STATISTICS)).filter(Files::isRegularFile);
  }

  private static ServerVersion version(LintWord word) {
    return ServerVersion.parse(word.value())
        .orElseThrow(
            () ->
                word.wrong(
                    "%s is '%s'".formatted(SERVER_VERSION, word.value()),
                    "write the server's version as in image tags, for instance 17 for PostgreSQL or 11.8 for MariaDB"));
  }

  private static DeployedBy deployer(LintWord word) {
    return Stream.of(DeployedBy.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word.value().strip()))
        .findFirst()
        .orElseThrow(
            () ->
                word.wrong(
                    "%s is '%s'".formatted(DEPLOYED_BY, word.value()),
                    "write flyway, or schema for the goal schema:deploy"));
  }

  private Path statistics(LintWord word) {
    Path file = homes.getOrDefault(STATISTICS, baseDirectory).resolve(word.value().strip());
    if (!Files.isRegularFile(file)) {
      throw word.wrong(
          "the statistics '%s' are not there".formatted(word.value()),
          "write them with mvn schema:stats, or leave %s out".formatted(STATISTICS));
    }
    return file;
  }
}
