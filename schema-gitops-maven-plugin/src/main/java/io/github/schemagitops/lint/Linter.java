package io.github.schemagitops.lint;

import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.trace.StatementTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs rules over the new migrations of a project, knowing what the older ones built. */
public final class Linter {

  private final List<Rule> rules;
  private final StatementParser parser;
  private final LintSettings settings;
  private final ContextStore store;
  private final String seed;

  /**
   * @param rules all there are; the settings decide which of them run
   * @param parser of the dialect the migrations are written in
   * @param settings what rules know beside the migrations
   */
  public Linter(List<Rule> rules, StatementParser parser, LintSettings settings) {
    this(rules, parser, settings, ContextStore.NONE, "");
  }

  private Linter(
      List<Rule> rules,
      StatementParser parser,
      LintSettings settings,
      ContextStore store,
      String dependsOn) {
    this.rules = List.copyOf(rules);
    this.parser = parser;
    this.settings = settings;
    this.store = store;
    this.seed = String.join("\n", dependsOn, settings.database().id(), settings.defaultSchema());
  }

  /**
   * The same linter, which does not read again what it has read before.
   *
   * @param kept where it keeps what older migrations leave behind
   * @param dependsOn all that this depends on beside the migrations and the settings: placeholders,
   *     the tool's own version
   */
  public Linter remembering(ContextStore kept, String dependsOn) {
    return new Linter(rules, parser, settings, kept, dependsOn);
  }

  /**
   * Judges the new migrations. All older ones are replayed first, whatever their versions: the
   * databases that a change meets have run them already. Baseline scripts run on empty databases
   * only, so they are read to know the schema and never judged.
   *
   * @param set all migrations of the project
   * @param newPaths paths of the migrations that belong to the change
   */
  public LintResult lint(MigrationSet set, Set<String> newPaths) {
    return lint(set, newPaths, false);
  }

  /**
   * Judges the new migrations by what they say and by what they did on a real server.
   *
   * @param before the tables of the database before the first of them; when they are known, older
   *     migrations are not read
   * @param traces of statements of the new migrations; what has none is judged by what it says
   */
  public LintResult lint(
      MigrationSet set,
      Set<String> newPaths,
      Optional<SnapshotTables> before,
      List<StatementTrace> traces) {
    SchemaContext context = before.isPresent() ? context(before) : afterOlder(set, newPaths);
    List<ChangedFile> change = read(change(set, newPaths), context);
    LintRun run = new LintRun(rules, settings, context, Optional.of(traces));
    change.forEach(file -> run.judge(file, change));
    return run.result(change.size(), set.migrations().size() - change.size());
  }

  /**
   * Judges all migrations, each as a change of its own: where nothing says which ones come
   * together, a table of an earlier file is one in use.
   */
  public LintResult lintEach(MigrationSet set) {
    Set<String> all = set.migrations().stream().map(Migration::path).collect(Collectors.toSet());
    return lint(set, all, true);
  }

  private LintResult lint(MigrationSet set, Set<String> newPaths, boolean separately) {
    SchemaContext context = afterOlder(set, newPaths);
    List<ChangedFile> change = read(change(set, newPaths), context);
    LintRun run = new LintRun(rules, settings, context, Optional.empty());
    for (ChangedFile file : change) {
      run.judge(file, change);
      if (separately) {
        context.endChange();
      }
    }
    return run.result(change.size(), set.migrations().size() - change.size());
  }

  private SchemaContext context(Optional<SnapshotTables> seen) {
    return new SchemaContext(settings.database(), settings.defaultSchema(), seen);
  }

  private SchemaContext afterOlder(MigrationSet set, Set<String> newPaths) {
    SchemaContext context = context(Optional.empty());
    List<Migration> older =
        set.migrations().stream().filter(migration -> !judged(migration, newPaths)).toList();
    Map<String, SourceFile> beside =
        set.otherFiles().stream()
            .collect(Collectors.toMap(SourceFile::path, file -> file, (one, same) -> one));
    new OlderMigrations(store, reader(context), context).apply(older, beside, seed);
    return context;
  }

  private List<ChangedFile> read(List<Migration> migrations, SchemaContext context) {
    ChangeReader reader = reader(context);
    return migrations.stream().map(reader::read).toList();
  }

  private ChangeReader reader(SchemaContext context) {
    return new ChangeReader(parser, name -> context.types().routine(name).map(CreateRoutine::body));
  }

  private static List<Migration> change(MigrationSet set, Set<String> newPaths) {
    return set.migrations().stream().filter(m -> judged(m, newPaths)).toList();
  }

  private static boolean judged(Migration migration, Set<String> newPaths) {
    return migration.kind() != Migration.Kind.BASELINE && newPaths.contains(migration.path());
  }
}
