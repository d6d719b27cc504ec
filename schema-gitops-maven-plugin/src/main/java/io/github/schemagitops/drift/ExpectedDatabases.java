package io.github.schemagitops.drift;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Throwaway databases at the expected state: as many as wanted, one after the other. */
public final class ExpectedDatabases implements AutoCloseable {

  private final ServerFacts target;
  private final StateSource source;
  private final ShadowConfig config;
  private final Progress progress;
  private Optional<ReplayedState> unused = Optional.empty();

  /**
   * @param target the real server: these should be like it
   */
  public ExpectedDatabases(
      ServerFacts target, StateSource source, ShadowConfig config, Progress progress) {
    this.target = target;
    this.source = source;
    this.config = config;
    this.progress = progress;
  }

  /** What they look like. */
  public SchemaSnapshot snapshot() throws SQLException {
    return first().snapshot();
  }

  /** Where they come from, for people. */
  public String origin() throws SQLException {
    return "%s on %s".formatted(first().origin(), first().replay().shadow().description());
  }

  /**
   * Another throwaway database, which gets the same migrations and one more in the order in which
   * an empty database gets them: versions ascending, then repeatables, each once.
   *
   * @throws io.github.schemagitops.finding.SchemaGitOpsException when one fails
   */
  ReplayedState ofNewDatabaseWith(Migration more) throws SQLException {
    return ReplayedState.openLike(
        target,
        new StateSource(inOrderWith(more), source.files(), source.settings(), source.engine()),
        config.withoutCache(),
        progress);
  }

  /** True when a new migration would run after all others there, as it does here. */
  boolean isLastOnNewDatabase(Migration more) {
    List<Migration> here = new ArrayList<>(source.migrations());
    here.add(more);
    return here.equals(inOrderWith(more));
  }

  private List<Migration> inOrderWith(Migration more) {
    Map<MigrationId, Migration> latest = new LinkedHashMap<>();
    source.migrations().forEach(m -> latest.put(m.id(), m));
    latest.put(more.id(), more);
    return new MigrationSet(List.copyOf(latest.values()), List.of(), List.of()).migrations();
  }

  private ReplayedState first() throws SQLException {
    if (unused.isEmpty()) {
      unused = Optional.of(open());
    }
    return unused.get();
  }

  /** One that nobody has touched yet; the caller closes it. */
  public ReplayedState take() throws SQLException {
    ReplayedState state = unused.isPresent() ? unused.get() : open();
    unused = Optional.empty();
    return state;
  }

  private ReplayedState open() throws SQLException {
    return ReplayedState.openLike(target, source, config, progress);
  }

  @Override
  public void close() {
    unused.ifPresent(ReplayedState::close);
    unused = Optional.empty();
  }
}
