package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.config.ServerVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rules know beside the migrations.
 *
 * @param database product that the migrations are written for
 * @param version of its servers
 * @param defaultSchema where names without schema belong
 * @param execution how migrations will be run
 * @param rules what the project says about rules, by id
 * @param sizes how large tables are
 * @param undone paths of the migrations that a script undoes
 */
public record LintSettings(
    Database database,
    ServerVersion version,
    String defaultSchema,
    Execution execution,
    Map<String, RuleSetting> rules,
    TableSizes sizes,
    Set<String> undone) {

  public LintSettings {
    rules = Map.copyOf(rules);
    undone = Set.copyOf(undone);
  }

  /**
   * How migrations will be run.
   *
   * @param byFlyway true when Flyway itself runs them, false for {@code schema:deploy}, which sets
   *     a lock timeout and takes its lock without a transaction
   * @param transactionalLock true when Flyway keeps its lock in an open transaction, as it does by
   *     default
   * @param mixed true when one file may mix transactional and other statements
   * @param initSql what Flyway runs first on each connection
   */
  public record Execution(
      boolean byFlyway, boolean transactionalLock, boolean mixed, Optional<String> initSql) {

    private static final Set<String> DEPLOY_SETS = Set.of("lock_timeout", "lock_wait_timeout");

    /** {@code schema:deploy}. */
    public static final Execution BY_DEPLOY = new Execution(false, true, false, Optional.empty());

    /** Flyway with its defaults. */
    public static final Execution BY_FLYWAY = new Execution(true, true, false, Optional.empty());

    /** True when every session has this setting, for instance {@code lock_timeout}. */
    public boolean sets(String variable) {
      // schema:deploy limits how long a statement waits for a lock, not how long it runs.
      return (!byFlyway && DEPLOY_SETS.contains(variable))
          || initSql.filter(sql -> sql.toLowerCase(Locale.ROOT).contains(variable)).isPresent();
    }
  }

  /** True where every statement that defines something commits what came before it. */
  boolean commitsEachDefinition() {
    return database != Database.POSTGRESQL;
  }

  /** Settings of a project that says nothing, for servers of the default version. */
  public static LintSettings of(Database database, String defaultSchema) {
    return new LintSettings(
        database,
        ServerVersion.parse(database.defaultVersion()).orElseThrow(),
        defaultSchema,
        Execution.BY_DEPLOY,
        Map.of(),
        TableSizes.UNKNOWN,
        Set.of());
  }

  /** The same settings for servers of another version. */
  public LintSettings version(ServerVersion other) {
    return new LintSettings(database, other, defaultSchema, execution, rules, sizes, undone);
  }

  /** The same settings, run in another way. */
  public LintSettings execution(Execution other) {
    return new LintSettings(database, version, defaultSchema, other, rules, sizes, undone);
  }

  /** The same settings with what a project says about rules. */
  public LintSettings rules(Map<String, RuleSetting> other) {
    return new LintSettings(database, version, defaultSchema, execution, other, sizes, undone);
  }

  /** The same settings, knowing the sizes of tables. */
  public LintSettings sizes(TableSizes other) {
    return new LintSettings(database, version, defaultSchema, execution, rules, other, undone);
  }

  /** The same settings, knowing which migrations a script undoes. */
  public LintSettings undone(Set<String> paths) {
    return new LintSettings(database, version, defaultSchema, execution, rules, sizes, paths);
  }

  /** What the project says about a rule. */
  public RuleSetting of(RuleInfo rule) {
    return rules.getOrDefault(rule.id(), RuleSetting.NONE);
  }

  /** True when a rule runs. */
  boolean runs(RuleInfo rule) {
    RuleSetting setting = of(rule);
    return rule.products().contains(database)
        && !setting.off()
        && (!rule.isStyle() || setting.severity().isPresent() || !setting.parameters().isEmpty());
  }
}
