package io.github.schemagitops;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who may import whom: the specification that {@link ArchitectureTest} holds the code to, and that
 * {@code docs/architecture.md} shows.
 */
final class Packages {

  static final String BASE = "io.github.schemagitops";

  /**
   * One package.
   *
   * @param name below the base package
   * @param holds what it is for
   * @param imports packages of ours that it may use, sorted
   * @param libraries what it may use besides the Java platform, sorted; JDBC counts as a library
   */
  record Row(String name, String holds, List<String> imports, List<String> libraries) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** From the bottom to the top. A package may use nothing that its row does not name. */
  static final List<Row> ROWS =
      List.of(
          row("finding", "findings, their places and severity; verdict and exit code", "", ""),
          row("statement", "what an SQL statement says, whatever parser read it", "", ""),
          row("trace", "what a statement did on a real server: locks, scans, rewrites", "", ""),
          row(
              "schema",
              "schema snapshots, their comparison, fingerprint and text; pure data",
              "",
              "com.fasterxml.jackson"),
          row("config", "immutable settings of every goal, and secrets", "finding", ""),
          row(
              "config.discovery",
              "settings that a project already has for Flyway or Spring Boot",
              "config finding",
              "com.fasterxml.jackson org.yaml.snakeyaml"),
          row("git", "commits, merge bases and file texts", "finding", "org.eclipse.jgit"),
          row("migration", "migration files, versions, sets and manifests", "finding", ""),
          row(
              "dialect",
              "what differs between database servers; the one place that opens connections",
              "config finding migration schema statement trace",
              "java.sql javax.sql org.antlr"),
          row(
              "dialect.postgres.repair",
              "PostgreSQL: repair scripts, written from snapshots alone",
              "dialect schema",
              ""),
          row(
              "dialect.postgres",
              "PostgreSQL: parser, catalog inspection, deploy lock",
              "dialect dialect.postgres.repair finding migration schema statement trace",
              "java.sql org.antlr org.jooq org.pgcodekeeper"),
          row(
              "dialect.mysql",
              "MySQL and MariaDB: parser, inspection, deploy lock, observer of statements",
              "dialect finding migration schema statement trace",
              "io.debezium java.sql org.antlr org.jooq"),
          row(
              "engine",
              "migration engines behind one interface",
              "config dialect finding migration",
              "java.sql"),
          row(
              "engine.flyway",
              "Flyway",
              "config dialect engine finding migration",
              "java.sql org.flywaydb"),
          row(
              "shadow",
              "throwaway databases",
              "config dialect finding",
              "com.github.dockerjava java.sql org.apache.commons.compress org.slf4j"
                  + " org.testcontainers org.tukaani.xz"),
          row(
              "lint",
              "the rules' framework: steps, context, suppressions, judgement by traces",
              "config dialect finding migration statement trace",
              ""),
          row(
              "lint.rules",
              "one pure class per rule",
              "config finding lint migration statement trace",
              ""),
          row(
              "drift",
              "the expected state of a database, rebuilt and compared",
              "config dialect engine finding git migration schema shadow",
              "java.sql"),
          row(
              "deploy",
              "deploy lock, application of migrations, run records",
              "config dialect drift engine finding migration",
              "java.sql"),
          row(
              "report",
              "the report and its formats",
              "finding schema trace",
              "com.fasterxml.jackson"),
          row(
              "publish",
              "alerts to webhooks and metrics; the only place that speaks HTTP",
              "config finding report schema",
              "java.net.http javax.crypto javax.net.ssl"),
          row(
              "trial",
              "what new migrations do on a throwaway database: traced, undone, run again",
              "config dialect drift engine finding migration report schema trace",
              "java.sql"),
          row(
              "goal",
              "one use case per goal",
              "config deploy dialect drift engine finding git lint migration report schema shadow"
                  + " trace trial",
              "com.fasterxml.jackson java.sql"),
          row(
              "mojo",
              "one thin Mojo per goal; the only place that knows Maven",
              "config config.discovery dialect engine.flyway finding goal publish report",
              "javax.inject org.apache.maven org.codehaus.plexus org.eclipse.aether"));

  private Packages() {}

  private static Row row(String name, String holds, String imports, String libraries) {
    return new Row(name, holds, words(imports), words(libraries));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(w -> !w.isEmpty()).toList();
  }

  /** The table as Markdown. */
  static String markdown() {
    StringBuilder table =
        new StringBuilder("| package | holds | may import | may use |\n|---|---|---|---|\n");
    for (Row row : ROWS) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  row.name(),
                  row.holds(),
                  list(row.imports(), n -> n),
                  list(row.libraries(), l -> "`" + l + "`")));
    }
    return table.toString();
  }

  private static String list(List<String> names, UnaryOperator<String> form) {
    return names.isEmpty() ? "–" : names.stream().map(form).collect(joining(", "));
  }
}
