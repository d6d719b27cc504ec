package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.testing.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case of one rule, as {@code src/test/resources/rules/README.md} describes. */
record RuleCase(
    Path path,
    List<String> namesAndTexts,
    Set<String> newPaths,
    List<String> expected,
    LintSettings settings) {

  /** Several tests ask for the same one. */
  private static final Map<Path, LintResult> RESULTS = new ConcurrentHashMap<>();

  private static final Path ROOT = Path.of("src/test/resources/rules");
  private static final Pattern FILE = Pattern.compile("-- (file|older): (\\S+)");
  private static final Pattern EXPECT = Pattern.compile("-- expect: (.+)$");
  private static final Pattern SETTING =
      Pattern.compile("-- (database|server|run by|init sql|set|rows): (.+)");

  /** All cases of all rules. */
  static List<RuleCase> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(RuleCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of the rules. */
  static List<String> folders() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String rule() {
    return rule(path);
  }

  private static String rule(Path path) {
    return ROOT.relativize(path).getName(0).toString();
  }

  boolean isBad() {
    return ROOT.relativize(path).getName(1).toString().equals("bad");
  }

  /** What all rules find, as {@code file:line rule}. */
  List<String> found() {
    return lint().findings().stream().map(RuleCase::describe).toList();
  }

  LintResult lint() {
    return RESULTS.computeIfAbsent(path, p -> run());
  }

  private LintResult run() {
    return Linters.of(Rules.all(), settings)
        .lint(Migrations.read(settings.database(), namesAndTexts.toArray(String[]::new)), newPaths);
  }

  private static String describe(Finding finding) {
    return finding.location().orElseThrow() + " " + finding.rule();
  }

  private static RuleCase read(Path path) {
    List<String> namesAndTexts = new ArrayList<>();
    Set<String> newPaths = new HashSet<>();
    List<String> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    try {
      lines.addAll(Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Matcher> said = new ArrayList<>();
    while (!lines.isEmpty() && SETTING.matcher(lines.get(0)).matches()) {
      Matcher setting = SETTING.matcher(lines.remove(0));
      if (setting.matches()) {
        said.add(setting);
      }
    }
    if (!FILE.matcher(lines.get(0)).matches()) {
      lines.add(0, "-- file: V1__case.sql");
    }
    String name = "";
    int number = 0;
    for (String line : lines) {
      Matcher file = FILE.matcher(line);
      Matcher expect = EXPECT.matcher(line);
      if (file.matches()) {
        name = file.group(2);
        number = 0;
        namesAndTexts.addAll(List.of(name, ""));
        if (file.group(1).equals("file") && !name.startsWith("U")) {
          newPaths.add("db/migration/" + name);
        }
        continue;
      }
      number++;
      int last = namesAndTexts.size() - 1;
      namesAndTexts.set(last, namesAndTexts.get(last) + line + "\n");
      if (expect.find()) {
        for (String rule : expect.group(1).split(",\\s*", -1)) {
          expected.add("db/migration/" + name + ":" + number + " " + rule);
        }
      }
    }
    return new RuleCase(
        path,
        namesAndTexts,
        newPaths,
        List.copyOf(expected),
        settings(rule(path), said).undone(undone(namesAndTexts)));
  }

  /** Paths of the migrations that a file {@code U<version>__….sql} undoes. */
  private static Set<String> undone(List<String> namesAndTexts) {
    Set<String> versions =
        namesAndTexts.stream()
            .filter(name -> name.matches("U[^_]+__.*\\.sql"))
            .map(name -> name.substring(1, name.indexOf("__")))
            .collect(Collectors.toSet());
    return namesAndTexts.stream()
        .filter(name -> name.matches("V[^_]+__.*\\.sql"))
        .filter(name -> versions.contains(name.substring(1, name.indexOf("__"))))
        .map(name -> "db/migration/" + name)
        .collect(Collectors.toSet());
  }

  /** What the first lines of a case say, and the rule of its folder switched on. */
  private static LintSettings settings(String rule, List<Matcher> said) {
    Database database = Database.POSTGRESQL;
    for (Matcher line : said) {
      if (line.group(1).equals("database")) {
        database = Database.named(line.group(2)).orElseThrow();
      }
    }
    String schema = database == Database.POSTGRESQL ? Linters.SCHEMA : "shop";
    LintSettings settings = LintSettings.of(database, schema);
    Map<String, Map<String, String>> parameters = new HashMap<>();
    Map<String, Severity> severities = new HashMap<>();
    Set<String> off = new HashSet<>();
    Rules.all().stream()
        .map(Rule::info)
        .filter(info -> info.id().equals(rule) && info.isStyle())
        .forEach(info -> severities.put(rule, info.severity()));
    if (Rules.all().stream()
        .map(Rule::info)
        .anyMatch(info -> info.id().equals(rule) && info.isAboutWaiting())) {
      settings = settings.execution(execution("flyway without lock", Optional.empty()));
      off.addAll(List.of("lock-timeout-missing", "lock-wait-timeout-missing"));
    }
    Map<QualifiedName, Long> rows = new HashMap<>();
    for (Matcher line : said) {
      String value = line.group(2);
      String[] pair = value.split("=", 2);
      switch (line.group(1)) {
        case "server" -> settings = settings.version(ServerVersion.parse(value).orElseThrow());
        case "run by" -> settings = settings.execution(execution(value, Optional.empty()));
        case "init sql" -> settings = settings.execution(execution("flyway", Optional.of(value)));
        case "rows" -> rows.put(QualifiedName.of(schema, pair[0]), Long.valueOf(pair[1]));
        case "set" -> {
          String[] name = pair[0].split("\\.", 2);
          if (name.length == 1) {
            severities.put(name[0], Severity.valueOf(pair[1].toUpperCase(Locale.ROOT)));
          } else {
            parameters.computeIfAbsent(name[0], id -> new HashMap<>()).put(name[1], pair[1]);
          }
        }
        default -> {
          // The database was read first.
        }
      }
    }
    Map<String, RuleSetting> rules = new HashMap<>();
    Stream.concat(parameters.keySet().stream(), severities.keySet().stream())
        .distinct()
        .forEach(
            id ->
                rules.put(
                    id,
                    new RuleSetting(
                        false,
                        Optional.ofNullable(severities.get(id)),
                        parameters.getOrDefault(id, Map.of()))));
    off.forEach(id -> rules.put(id, new RuleSetting(true, Optional.empty(), Map.of())));
    return settings.rules(rules).sizes(new TableSizes(rows));
  }

  /** {@code flyway}, {@code flyway without lock}, {@code flyway mixed}; empty for deploy. */
  private static LintSettings.Execution execution(String how, Optional<String> initSql) {
    return new LintSettings.Execution(
        how.startsWith("flyway"), !how.contains("without lock"), how.contains("mixed"), initSql);
  }

  @Override
  public String toString() {
    return ROOT.relativize(path).toString();
  }
}
