package io.github.schemagitops.goal;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.StatsConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.dialect.TableStatistics;
import io.github.schemagitops.drift.SchemaScope;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.lint.MigratedSchemas;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code schema:stats}: writes into the project how large the tables of a real database are, by the
 * server's own estimate, so that {@code schema:lint} knows which ones are small. Reads catalogs
 * only.
 */
public final class StatsGoal {

  /** So many names are listed. */
  private static final int MOST_NAMES = 10;

  private final MigrationEngine engine;
  private final Clock clock;

  public StatsGoal(MigrationEngine engine) {
    this(engine, Clock.systemUTC());
  }

  StatsGoal(MigrationEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  public Report run(StatsConfig config) {
    ProjectConfig project = config.project();
    WrittenFile.refuseLocation("schema.stats.file", config.file(), project, StatisticsFile.NAME);
    Environment environment = config.environment();
    Workspace workspace = new WorkspaceReader(project, engine).read();
    Report.Builder report =
        Report.of("stats")
            .environment(environment.id())
            .commit(workspace.commit())
            .migrations(
                new MigrationCounts(
                    workspace.migrations().migrations().size(), workspace.changed().size(), 0, 0))
            .notes(project.migrations().origins());
    Dialect dialect = Dialects.of(environment.url());
    try (Connection target = Connections.open(ConnectionSpec.of(environment))) {
      target.setReadOnly(true);
      ServerFacts server = dialect.facts(target);
      report.server(server.title()).subject(environment.id(), server.title());
      NavigableSet<String> schemas = schemas(target, dialect, workspace, project.migrations());
      report.notCompared(leftOut(dialect.schemas(target), schemas));
      TableStatistics read =
          dialect.tableStatistics(
              target,
              schemas,
              new SchemaScope(project.migrations(), engine).ofShadow().toolTables());
      Statistics statistics =
          new Statistics(environment.id(), server.title(), LocalDate.now(clock), read.tables());
      report.unknown(read.unseen()).unknown(doubts(statistics, schemas));
      StatisticsFile file = new StatisticsFile(config.file(), project.baseDirectory());
      return conclude(report, file, statistics, !read.unseen().isEmpty(), project);
    } catch (SQLException e) {
      if (dialect.isLockTimeout(String.valueOf(e.getSQLState()), e.getErrorCode())) {
        throw locked(environment, e);
      }
      throw Unexpected.database("environment '" + environment.id() + "'", e);
    }
  }

  /** Those that the settings name, and those in which migrations keep tables. */
  private static NavigableSet<String> schemas(
      Connection target, Dialect dialect, Workspace workspace, MigrationSettings settings)
      throws SQLException {
    Optional<String> connected = connected(target);
    String home = settings.historyHome().or(() -> connected).orElse("");
    NavigableSet<String> schemas = new TreeSet<>(settings.schemas());
    settings.historySchema().ifPresent(schemas::add);
    schemas.add(home);
    schemas.addAll(
        MigratedSchemas.of(workspace.migrations(), settings.database(), dialect.parser(), home));
    schemas.remove("");
    return schemas;
  }

  private static List<String> leftOut(List<String> there, Collection<String> own) {
    return Stream.concat(
            own.stream()
                .filter(schema -> !there.contains(schema))
                .map(schema -> "schema %s (it is not there)".formatted(schema)),
            there.stream()
                .filter(schema -> !own.contains(schema))
                .map(schema -> "schema %s (no migration keeps a table there)".formatted(schema)))
        .toList();
  }

  private static List<String> doubts(Statistics statistics, Collection<String> schemas) {
    if (statistics.tables().isEmpty()) {
      return List.of("there is no table in " + named("schema", schemas));
    }
    List<String> unknown = statistics.withoutEstimate();
    return unknown.isEmpty()
        ? List.of()
        : List.of(
            "the server has no estimate of the rows of %s, which nobody has analysed"
                .formatted(named("table", unknown)));
  }

  /** For instance {@code tables a, b and 3 more}. */
  private static String named(String noun, Collection<String> names) {
    String listed = String.join(", ", names.stream().limit(MOST_NAMES).toList());
    return "%s %s%s"
        .formatted(
            names.size() == 1 ? noun : noun + "s",
            listed,
            names.size() > MOST_NAMES ? " and %d more".formatted(names.size() - MOST_NAMES) : "");
  }

  private static Report conclude(
      Report.Builder report,
      StatisticsFile file,
      Statistics statistics,
      boolean incomplete,
      ProjectConfig project) {
    Outcome outcome = Outcome.of(List.of(), project.failOn(), report.anythingUnknown());
    if (statistics.tables().isEmpty() || incomplete) {
      report.remedy(
          incomplete
              ? "grant the login what it lacks"
              : "check that this is the right database, or name its schemas (<schemas>, -Dschema.schemas)");
      return report.finish(
          outcome, "%s was not written: %s".formatted(file.shown(), report.unknown().get(0)));
    }
    if (report.anythingUnknown()) {
      report.remedy(
          "have the server analyse what has no estimate (ANALYZE), then run schema:stats again; until then lint takes it for large");
    }
    boolean upToDate = file.readOld().filter(statistics::addNothingTo).isPresent();
    if (!upToDate) {
      file.write(statistics);
    }
    return report.finish(
        outcome,
        "%s %s: %s"
            .formatted(file.shown(), upToDate ? "is up to date" : "written", summary(statistics)));
  }

  private static String summary(Statistics statistics) {
    List<TableSize> tables = statistics.tables();
    int unknown = statistics.withoutEstimate().size();
    String largest =
        tables.stream()
            .filter(table -> table.rows().orElse(0) > 0)
            .max(Comparator.comparingLong(table -> table.rows().getAsLong()))
            .map(t -> ", the largest %s with %s".formatted(t.name(), about(t.rows().getAsLong())))
            .orElse("");
    return Headlines.count(tables.size(), "table")
        + largest
        + (unknown == 0 ? "" : ", %d without an estimate".formatted(unknown));
  }

  private static String about(long rows) {
    if (rows == 1) {
      return "1 row";
    }
    return rows < 1_000_000
        ? String.format(Locale.ROOT, "about %,d rows", rows)
        : rows < 1_000_000_000
            ? "about %s million rows".formatted(in(1_000_000, rows))
            : "about %s billion rows".formatted(in(1_000_000_000, rows));
  }

  private static String in(long unit, long rows) {
    return BigDecimal.valueOf(rows)
        .divide(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static SchemaGitOpsException locked(Environment environment, SQLException e) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
        "a table of environment '%s' is locked, so its size could not be read"
            .formatted(environment.id()),
        "run schema:stats again when no migration is running there",
        Optional.empty(),
        e);
  }

  /** Where names without schema belong; MySQL's name for a schema is the database's. */
  private static Optional<String> connected(Connection target) throws SQLException {
    Optional<String> schema = Optional.ofNullable(target.getSchema());
    return schema.isPresent() ? schema : Optional.ofNullable(target.getCatalog());
  }
}
