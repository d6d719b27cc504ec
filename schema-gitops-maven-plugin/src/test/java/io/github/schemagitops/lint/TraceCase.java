package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.TableLock;
import io.github.schemagitops.trace.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A case of {@code rules/traces.txt}, which describes the form. */
record TraceCase(String name, List<String> lines) {

  private static final Path FILE = Path.of("src/test/resources/rules/traces.txt");
  static final String NEW = "db/migration/V2__new.sql";

  static List<TraceCase> all() {
    try {
      return Stream.of(Files.readString(FILE).split("\n\n+", -1))
          .filter(paragraph -> !paragraph.startsWith("#"))
          .map(paragraph -> paragraph.strip().lines().toList())
          .map(lines -> new TraceCase(lines.get(0), lines.subList(1, lines.size())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LintResult lint() {
    List<String> files =
        new ArrayList<>(List.of("V1__old.sql", text("older"), "V2__new.sql", text("new")));
    if (lines.contains("alone")) {
      files.addAll(List.of("V2__new.sql.conf", "executeInTransaction=false\n"));
    }
    boolean mySql = name.startsWith("MySQL: ");
    Linter linter =
        mySql
            ? Linters.of(Rules.all(), LintSettings.of(Database.MYSQL, "shop"))
            : Linters.postgres(Rules.all());
    return linter.lint(
        Migrations.read(mySql ? Database.MYSQL : Database.POSTGRESQL, files.toArray(String[]::new)),
        Set.of(NEW),
        Optional.empty(),
        traces());
  }

  /** What is to be found, as {@code rule severity source}. */
  List<String> expected(String key) {
    return values(key).toList();
  }

  /** A comment belongs to the line of its statement. */
  private String text(String key) {
    return values(key)
        .map(sql -> sql.startsWith("--") ? "/**/ " + sql + "\n" : sql + ";\n")
        .reduce("", String::concat);
  }

  private List<StatementTrace> traces() {
    long statements = values("new").filter(sql -> !sql.startsWith("--")).count();
    List<StatementTrace> traces = new ArrayList<>();
    for (int number = 1; number <= statements; number++) {
      String own = number + " ";
      List<TableEffect> effects =
          values("seen")
              .filter(text -> text.startsWith(own))
              .map(text -> effect(text.substring(own.length())))
              .toList();
      List<String> unseen = values("unseen").filter(text -> text.startsWith(own)).toList();
      traces.add(new StatementTrace(NEW, number, number, Duration.ZERO, effects, unseen));
    }
    return traces;
  }

  private static TableEffect effect(String text) {
    String[] parts = text.split("\\s*\\|\\s*", -1);
    Set<Work> work = EnumSet.noneOf(Work.class);
    Stream.of(Work.values()).filter(w -> parts[2].contains(w.words())).forEach(work::add);
    return new TableEffect(
        parts[0], Optional.of(new TableLock(parts[1], blocks(parts[1]))), work, "");
  }

  private static Blocks blocks(String mode) {
    return switch (mode) {
      case "ACCESS EXCLUSIVE", "EXCLUSIVE metadata lock" -> Blocks.EVERYTHING;
      case "SHARE UPDATE EXCLUSIVE" -> Blocks.SCHEMA_CHANGES;
      default ->
          mode.startsWith("SHARE") || mode.contains("LOCK=SHARED") ? Blocks.WRITES : Blocks.NOTHING;
    };
  }

  private Stream<String> values(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length() + 1));
  }

  @Override
  public String toString() {
    return name;
  }
}
