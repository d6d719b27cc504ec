package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.TableLock;
import io.github.schemagitops.trace.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tries a statement that changes tables on copies of them, before it runs. */
final class TableObserver {

  private static final String BRIEF =
      "begins and ends with a brief exclusive metadata lock, which waits for every open"
          + " transaction on the table";
  private static final String PARTNER =
      "a brief exclusive metadata lock, for a foreign key: waits for every open transaction on the"
          + " table, and who comes later waits behind it";
  private static final String WHOLE =
      "an exclusive metadata lock: waits for every open transaction on the table, and who comes"
          + " later waits behind it";
  private static final TableLock EXCLUSIVE =
      new TableLock("EXCLUSIVE metadata lock", Blocks.EVERYTHING);

  private final MySqlServer server;
  private final String database;
  private final TableCatalog catalog;
  private final ProbeSchema copies;
  private final AlgorithmProbe algorithms;
  private final MetadataLockProbe locks;

  TableObserver(
      MySqlServer server,
      String database,
      TableCatalog catalog,
      ProbeSchema copies,
      AlgorithmProbe algorithms,
      MetadataLockProbe locks) {
    this.server = server;
    this.database = database;
    this.catalog = catalog;
    this.copies = copies;
    this.algorithms = algorithms;
    this.locks = locks;
  }

  /**
   * Observes one statement.
   *
   * @param statement with targets in the database only
   * @param settings of the session that will run it
   * @param existed tables about which effects are told
   */
  Observed observe(TableStatement statement, SessionSettings settings, Set<String> existed)
      throws SQLException {
    List<String> targets = statement.targets().stream().map(t -> server.fold(t.name())).toList();
    Set<String> mentioned =
        new TreeSet<>(
            statement.words().stream().filter(SqlWord::isName).map(SqlWord::name).toList());
    Set<String> copied = new TreeSet<>(catalog.tablesAmong(database, mentioned));
    copied.addAll(catalog.neighbours(database, targets));
    if (copied.stream().noneMatch(existed::contains)) {
      return new Observed(List.of(), List.of());
    }
    Map<String, String> definitions = copies.definitions(database, copied);
    AlgorithmProbe.Refill fresh =
        () -> {
          copies.refill(database, definitions.values());
          settings.applyTo(copies.session());
        };
    AlterRewrite rewrite = new AlterRewrite(statement, database, copies.name());

    List<TableEffect> effects = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    if (statement.kind().hasAlgorithm()) {
      List<Attempt> attempts = attempts(statement, settings);
      for (String target : targets.stream().filter(existed::contains).toList()) {
        try {
          AlgorithmProbe.Result result = algorithms.run(copies, fresh, attempts, rewrite, target);
          effects.add(effect(target, result));
          if (result.work().isEmpty()) {
            unseen.add(
                "whether %s is rewritten or gets an index built: to read that, the login for inspection needs the privilege PROCESS"
                    .formatted(qualified(target)));
          }
        } catch (SQLException e) {
          unseen.add("how %s is altered: %s".formatted(qualified(target), words(e)));
        }
      }
    }
    try {
      effects.addAll(exclusive(statement, rewrite, fresh, copied, targets, existed));
    } catch (SQLException e) {
      unseen.add("which tables it locks exclusively: " + words(e));
    }
    effects.sort(Comparator.comparing(TableEffect::object));
    return new Observed(effects, unseen);
  }

  /** What the server said, without the driver's number of the session. */
  static String words(SQLException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
  }

  private List<Attempt> attempts(TableStatement statement, SessionSettings settings) {
    return Attempt.all(
        server,
        statement.named("ALGORITHM").or(() -> settings.algorithm(server)),
        statement.named("LOCK"),
        settings.copiesOnline(server));
  }

  private List<TableEffect> exclusive(
      TableStatement statement,
      AlterRewrite rewrite,
      AlgorithmProbe.Refill fresh,
      Set<String> copied,
      List<String> targets,
      Set<String> existed)
      throws SQLException {
    // Of an altered table it is known, and told with the way in which it is altered.
    Stream<String> candidates =
        statement.kind().hasAlgorithm()
            ? copied.stream().filter(t -> !targets.contains(t))
            : copied.stream();
    List<String> asked = candidates.filter(existed::contains).toList();
    return locks.exclusive(fresh, rewrite.onCopies(), asked).stream()
        .map(
            t ->
                new TableEffect(
                    qualified(t),
                    Optional.of(EXCLUSIVE),
                    Set.of(),
                    targets.contains(t) ? WHOLE : PARTNER))
        .toList();
  }

  private TableEffect effect(String target, AlgorithmProbe.Result result) {
    Set<Work> work = result.work().orElse(Set.of());
    String detail = result.reason().isEmpty() ? BRIEF : result.reason() + "; " + BRIEF;
    return new TableEffect(
        qualified(target), Optional.of(result.way().asTableLock()), work, detail);
  }

  private String qualified(String table) {
    return database + "." + table;
  }
}
