package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.drift.Proof.AdoptProof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.Proof.Step;
import io.github.schemagitops.drift.Proof.Unproven;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proven, what is not, and what runs: with scripts that are good, bad and half good. */
class ProverTest {

  private static final String NOTE = "column public.orders.note";
  private static final String INDEX = "index public.by_hand";
  private static final String HOTFIX = "table public.hotfix";

  /** Once for all tests: every proof begins from there. */
  @TempDir static Path cache;

  private final Dialect dialect = Dialects.of("jdbc:postgresql://server/database");
  private final MigrationSet set =
      Migrations.read(
          "V1__orders.sql",
          "CREATE TABLE orders (id bigint PRIMARY KEY, note text);",
          "V2__notes.sql",
          "CREATE VIEW notes AS SELECT note FROM orders;");
  private final Statements statements = new Statements();
  private TestDatabase database;

  @BeforeEach
  void drift() throws SQLException {
    database = new TestDatabase();
    database.execute(
        "CREATE TABLE orders (id bigint PRIMARY KEY, note text)",
        "CREATE VIEW notes AS SELECT note FROM orders",
        "CREATE INDEX by_hand ON orders (note)",
        "CREATE TABLE hotfix (id bigint PRIMARY KEY)",
        "ALTER TABLE orders ALTER note SET NOT NULL");
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void a_script_that_leads_there_and_back_is_proven() throws SQLException {
    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.complete()).isTrue();
    assertThat(proof.adoption().reason()).isEmpty();
    assertThat(proof.adoption().proven()).isTrue();
    assertThat(proof.left().isEmpty()).isTrue();
    assertThat(proof.runnable()).hasSize(3);
  }

  @Test
  void what_nobody_allowed_is_fenced_and_the_rest_is_proven_without_it() throws SQLException {
    Proof proof = prove();

    assertThat(proof.complete()).isTrue();
    assertThat(objects(proof, Status.FENCED)).containsExactly(HOTFIX);
    assertThat(objects(proof, Status.RUNS)).containsExactlyInAnyOrder(INDEX, NOTE);
    assertThat(titles(proof.left())).containsExactly(HOTFIX);
  }

  @Test
  void a_difference_without_a_statement_does_not_hold_up_the_others() throws SQLException {
    statements.revert.remove(INDEX);

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.complete()).isFalse();
    assertThat(proof.unproven()).containsExactly(new Unproven(INDEX, "nobody knows how"));
    assertThat(objects(proof, Status.RUNS)).containsExactlyInAnyOrder(HOTFIX, NOTE);
    assertThat(titles(proof.left())).containsExactly(INDEX);
  }

  @Test
  void a_difference_that_cannot_be_reproduced_is_not_proven_and_its_statement_does_not_run()
      throws SQLException {
    statements.adopt.remove(INDEX);

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.unproven())
        .containsExactly(
            new Unproven(
                INDEX, "it cannot be reproduced on a throwaway database: nobody knows how"));
    assertThat(objects(proof, Status.UNPROVEN)).containsExactly(INDEX);
    assertThat(objects(proof, Status.RUNS)).containsExactlyInAnyOrder(HOTFIX, NOTE);
    assertThat(proof.adoption().proven()).isFalse();
    assertThat(proof.adoption().reason())
        .isEqualTo("it does not lead to the actual schema: index public.by_hand");
  }

  @Test
  void a_statement_that_fails_is_named_with_its_error_and_the_rest_goes_on() throws SQLException {
    statements.revert.put(INDEX, List.of(RepairStatement.safe("DROP INDEX no_such", INDEX)));

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.unproven())
        .containsExactly(new Unproven(INDEX, "index \"no_such\" does not exist"));
    assertThat(objects(proof, Status.UNPROVEN)).containsExactly(INDEX);
    assertThat(objects(proof, Status.RUNS)).containsExactlyInAnyOrder(HOTFIX, NOTE);
  }

  @Test
  void a_statement_that_makes_something_else_of_an_object_never_runs() throws SQLException {
    statements.revert.put(
        NOTE, List.of(RepairStatement.safe("ALTER TABLE orders ALTER note SET DEFAULT 'x'", NOTE)));

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.unproven()).extracting(Unproven::object).containsExactly(NOTE);
    assertThat(objects(proof, Status.UNPROVEN)).containsExactly(NOTE);
    assertThat(titles(proof.left())).containsExactly(NOTE);
  }

  @Test
  void a_statement_that_does_harm_elsewhere_takes_the_whole_script_with_it() throws SQLException {
    statements.revert.put(INDEX, List.of(RepairStatement.safe("DROP VIEW notes", INDEX)));

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.runnable()).isEmpty();
    assertThat(proof.complete()).isFalse();
    assertThat(proof.steps()).extracting(Step::status).containsOnly(Status.UNPROVEN);
  }

  @Test
  void statements_of_one_object_are_fenced_together() throws SQLException {
    statements.revert.put(
        NOTE,
        List.of(
            RepairStatement.hazardous("DROP VIEW notes", NOTE, Hazard.DROP_TYPE),
            RepairStatement.safe("ALTER TABLE orders ALTER note DROP NOT NULL", NOTE),
            RepairStatement.safe("CREATE VIEW notes AS SELECT note FROM orders", NOTE)));

    Proof proof = prove();

    assertThat(proof.complete()).isTrue();
    assertThat(objects(proof, Status.FENCED)).containsExactlyInAnyOrder(NOTE, NOTE, NOTE, HOTFIX);
    assertThat(objects(proof, Status.RUNS)).containsExactly(INDEX);
  }

  @Test
  void a_statement_that_needs_a_fenced_one_is_fenced_with_it() throws SQLException {
    database.execute("CREATE VIEW fixes AS SELECT id FROM hotfix");
    statements.adopt.put(
        "view public.fixes",
        List.of(
            RepairStatement.safe(
                "CREATE VIEW fixes AS SELECT id FROM hotfix", "view public.fixes")));
    statements.revert.put(
        "view public.fixes",
        List.of(
            RepairStatement.hazardous("DROP VIEW fixes", "view public.fixes", Hazard.DROP_TYPE)));

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.complete()).isTrue();
    assertThat(objects(proof, Status.FENCED))
        .containsExactlyInAnyOrder("view public.fixes", HOTFIX);
    assertThat(proof.steps())
        .filteredOn(s -> s.statement().object().equals(HOTFIX))
        .extracting(Step::reason)
        .containsExactly("cannot drop table hotfix because other objects depend on it");
  }

  @Test
  void what_cannot_run_in_a_transaction_runs_after_it_unless_it_begins_the_script()
      throws SQLException {
    statements.revert.put(INDEX, List.of(alone("DROP INDEX CONCURRENTLY by_hand", INDEX)));
    statements.revert.put(
        NOTE, List.of(alone("ALTER TABLE orders ALTER note DROP NOT NULL", NOTE)));

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.complete()).isTrue();
    assertThat(proof.runnable())
        .extracting(RepairStatement::object)
        .containsExactly(INDEX, NOTE, HOTFIX);

    statements.revert.put(INDEX, List.of(RepairStatement.safe("DROP INDEX by_hand", INDEX)));

    assertThat(prove(Hazard.DROP_TABLE).runnable())
        .extracting(RepairStatement::object)
        .containsExactly(INDEX, HOTFIX, NOTE);
  }

  private static RepairStatement alone(String sql, String object) {
    return new RepairStatement(sql, object, Set.of(), false);
  }

  @Test
  void a_difference_that_is_left_alone_on_purpose_is_no_gap_in_the_proof() throws SQLException {
    statements.ignored = INDEX;

    Proof proof = prove(Hazard.DROP_TABLE);

    assertThat(proof.complete()).isTrue();
    assertThat(proof.adoption().proven()).isTrue();
    assertThat(objects(proof, Status.RUNS)).containsExactlyInAnyOrder(HOTFIX, NOTE);
  }

  /** A generator that knows exactly what the tests tell it. */
  private static final class Statements implements Reconciler {

    private final Map<String, List<RepairStatement>> revert = new HashMap<>();
    private final Map<String, List<RepairStatement>> adopt = new HashMap<>();
    private String ignored = "";

    Statements() {
      revert.put(INDEX, List.of(RepairStatement.safe("DROP INDEX by_hand", INDEX)));
      adopt.put(
          INDEX, List.of(RepairStatement.safe("CREATE INDEX by_hand ON orders (note)", INDEX)));
      revert.put(
          HOTFIX,
          List.of(RepairStatement.hazardous("DROP TABLE hotfix", HOTFIX, Hazard.DROP_TABLE)));
      adopt.put(
          HOTFIX,
          List.of(RepairStatement.safe("CREATE TABLE hotfix (id bigint PRIMARY KEY)", HOTFIX)));
      revert.put(
          NOTE, List.of(RepairStatement.safe("ALTER TABLE orders ALTER note DROP NOT NULL", NOTE)));
      adopt.put(
          NOTE,
          List.of(
              RepairStatement.hazardous(
                  "ALTER TABLE orders ALTER note SET NOT NULL", NOTE, Hazard.VALIDATE_ROWS)));
    }

    @Override
    public RepairScript script(SchemaSnapshot from, SchemaSnapshot to, SchemaDiff wanted) {
      boolean back = from.objects().stream().anyMatch(o -> o.title().equals(INDEX));
      List<RepairStatement> script = new ArrayList<>();
      List<String> impossible = new ArrayList<>();
      List<Change> changes = new ArrayList<>(wanted.changes());
      if (back) { // A view goes before its table.
        Collections.reverse(changes);
      }
      for (Change change : changes) {
        String title = change.object().title();
        List<RepairStatement> known = (back ? revert : adopt).getOrDefault(title, List.of());
        script.addAll(known);
        if (known.isEmpty()) {
          impossible.add(title + ": nobody knows how");
        }
      }
      return new RepairScript(script, impossible);
    }
  }

  private Proof prove(Hazard... allowed) throws SQLException {
    FlywayEngine engine = new FlywayEngine();
    StateSource source =
        new StateSource(set.migrations(), List.of(), Migrations.settings(), engine);
    try (Connection target = database.connect();
        ExpectedDatabases databases =
            new ExpectedDatabases(dialect.facts(target), source, shadow(), Progress.SILENT)) {
      SchemaScope scope = new SchemaScope(Migrations.settings(), engine);
      SchemaSnapshot actual = DriftCheck.of(databases.snapshot(), target, dialect, scope).actual();
      SchemaDiff drift =
          new SchemaDiff(
              SchemaDiffer.compare(databases.snapshot(), actual).changes().stream()
                  .filter(c -> !c.object().title().equals(statements.ignored))
                  .toList());
      ReconcilePlan plan = ReconcilePlan.of(databases.snapshot(), actual, drift, statements);
      AdoptMigration migration =
          AdoptMigration.of(
              plan.adopt(), "3", "test", List.of("header"), dialect, engine, Migrations.settings());
      return new Prover(plan, dialect, databases)
          .prove(new AdoptProof(Optional.of(migration), false, ""), Set.of(allowed));
    }
  }

  private static ShadowConfig shadow() {
    ShadowConfig plain = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
    return new ShadowConfig(
        plain.provider(),
        Database.POSTGRESQL,
        plain.version(),
        plain.image(),
        plain.server(),
        plain.extensions(),
        plain.limits(),
        Optional.of(new CacheSettings(cache, CacheSettings.DEFAULT_MAX_BYTES, "test")),
        plain.artifacts());
  }

  private static List<String> objects(Proof proof, Status status) {
    return proof.with(status).stream().map(RepairStatement::object).toList();
  }

  private static List<String> titles(SchemaDiff diff) {
    return diff.changes().stream().map(c -> c.object().title()).toList();
  }
}
