package io.github.schemagitops.lint;

import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.testing.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A case for a rule, read from the folder that {@code rules/README.md} describes. */
record RuleCase(
    Path path, List<String> namesAndTexts, Set<String> newPaths, List<String> expected) {

  private static final Path ROOT = Path.of("src/test/resources/rules");
  private static final Pattern FILE = Pattern.compile("-- (file|older): (\\S+)");
  private static final Pattern EXPECT = Pattern.compile("-- expect: (.+)$");

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
    return new Linter(Rules.all(), new PostgresStatementParser(), "public")
        .lint(Migrations.read(namesAndTexts.toArray(String[]::new)), newPaths);
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
        if (file.group(1).equals("file")) {
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
    return new RuleCase(path, namesAndTexts, newPaths, List.copyOf(expected));
  }

  @Override
  public String toString() {
    return ROOT.relativize(path).toString();
  }
}
