package io.github.schemagitops.dialect.postgres.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements take away from others than the database itself needs permission. */
class HazardsTest {

  private static final SchemaObject TABLE = table("TABLE");
  private static final SchemaObject COLUMN = member(ObjectKind.COLUMN, "id", "integer");
  private static final SchemaObject POLICY =
      member(ObjectKind.POLICY, "p", "AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 0))");

  @ParameterizedTest
  @CsvSource({
    "'', ENABLE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY",
    "ENABLE ROW LEVEL SECURITY, '', DISABLE ROW LEVEL SECURITY",
    "'', FORCE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
    "FORCE ROW LEVEL SECURITY, '', NO FORCE ROW LEVEL SECURITY",
  })
  void rowLevelSecurityIsAMatterOfPrivileges(String from, String to, String action) {
    assertThat(script(List.of(secured(from), COLUMN), List.of(secured(to), COLUMN)))
        .containsExactly("ALTER TABLE s.t %s; [CHANGE_PRIVILEGES]".formatted(action));
  }

  @Test
  void soArePolicies() {
    List<SchemaObject> without = List.of(TABLE, COLUMN);
    List<SchemaObject> with = List.of(TABLE, COLUMN, POLICY);
    String other = "AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 1))";

    assertThat(script(without, with))
        .containsExactly("CREATE POLICY p ON s.t " + POLICY.definition() + "; [CHANGE_PRIVILEGES]");
    assertThat(script(with, without)).containsExactly("DROP POLICY p ON s.t; [CHANGE_PRIVILEGES]");
    assertThat(script(with, List.of(TABLE, COLUMN, member(ObjectKind.POLICY, "p", other))))
        .containsExactly("ALTER POLICY p ON s.t TO PUBLIC USING ((id > 1)); [CHANGE_PRIVILEGES]");
  }

  @Test
  void aTableThatComesBackIsSecuredFromItsBeginning() {
    String both = "ENABLE ROW LEVEL SECURITY FORCE ROW LEVEL SECURITY";

    assertThat(script(List.of(), List.of(secured(both), COLUMN, POLICY)))
        .hasSize(4)
        .allMatch(s -> s.endsWith("; []"));
  }

  @Test
  void aPolicyThatStepsAsideForAColumnIsAsItWas() {
    SchemaObject wider = member(ObjectKind.COLUMN, "id", "bigint");

    assertThat(script(List.of(TABLE, COLUMN, POLICY), List.of(TABLE, wider, POLICY)))
        .hasSize(3)
        .allMatch(s -> s.endsWith("; [REWRITE_TABLE]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOR TABLE ONLY s.a|FOR TABLE ONLY s.a, ONLY s.b|",
        "FOR TABLE ONLY s.a, ONLY s.b|FOR TABLE ONLY s.b|DROP_PUBLICATION",
        "FOR TABLE ONLY s.a|FOR TABLE ONLY s.b|DROP_PUBLICATION",
        "FOR TABLE ONLY s.a|FOR TABLE ONLY s.a WHERE ((x > 0))|DROP_PUBLICATION",
        "FOR TABLE ONLY s.a (x, y)|FOR TABLE ONLY s.a (x)|DROP_PUBLICATION",
        "FOR TABLES IN SCHEMA s|FOR TABLE ONLY t.a, TABLES IN SCHEMA r, s|",
        "FOR TABLE ONLY t.a, TABLES IN SCHEMA r, s|FOR TABLES IN SCHEMA r, s|DROP_PUBLICATION",
        "FOR TABLES IN SCHEMA r, s|FOR TABLES IN SCHEMA r|DROP_PUBLICATION",
        "FOR TABLE ONLY s.a|FOR ALL TABLES|DROP_PUBLICATION",
        "FOR ALL TABLES|FOR TABLE ONLY s.a|DROP_PUBLICATION",
        "WITH (publish = 'insert')|WITH (publish = 'insert, update')|",
        "WITH (publish = 'insert')||",
        "|WITH (publish = 'insert')|DROP_PUBLICATION",
        "WITH (publish = 'insert, delete')|WITH (publish = 'insert, update')|DROP_PUBLICATION",
        "|WITH (publish_generated_columns = stored)|",
        "WITH (publish_generated_columns = stored)||DROP_PUBLICATION",
        "|WITH (publish_via_partition_root = true)|DROP_PUBLICATION",
        "WITH (publish_via_partition_root = true)||DROP_PUBLICATION",
      })
  void subscribersMissWhatIsPublishedNoMore(String from, String to, String hazard) {
    String expected = "; [%s]".formatted(hazard == null ? "" : hazard);

    assertThat(script(publication(from), publication(to)))
        .isNotEmpty()
        .allMatch(s -> s.endsWith(expected));
  }

  @Test
  void aPublicationThatGoesNeedsPermissionAndOneThatComesDoesNot() {
    assertThat(script(publication(null), List.of()))
        .containsExactly("DROP PUBLICATION p; [DROP_PUBLICATION]");
    assertThat(script(List.of(), publication(null))).containsExactly("CREATE PUBLICATION p; []");
  }

  /** Rows may have come that a silenced constraint did not see. */
  @ParameterizedTest
  @ValueSource(strings = {"DISABLED", "ENABLE REPLICA"})
  void aSilencedConstraintIsMadeAnew(String state) {
    SchemaObject usual = member(ObjectKind.CONSTRAINT, "k", "UNIQUE (id) DEFERRABLE");

    assertThat(
            script(List.of(TABLE, COLUMN, silenced(usual, state)), List.of(TABLE, COLUMN, usual)))
        .containsExactly(
            "ALTER TABLE s.t DROP CONSTRAINT k; [VALIDATE_ROWS, BLOCK_WRITES]",
            "ALTER TABLE s.t ADD CONSTRAINT k UNIQUE (id) DEFERRABLE; [VALIDATE_ROWS, BLOCK_WRITES]");
  }

  @Test
  void aConstraintThatReplicasEnforcedTooHasSeenAllRows() {
    SchemaObject usual = member(ObjectKind.CONSTRAINT, "k", "UNIQUE (id) DEFERRABLE");

    assertThat(
            script(
                List.of(TABLE, COLUMN, silenced(usual, "ENABLE ALWAYS")),
                List.of(TABLE, COLUMN, usual)))
        .singleElement()
        .asString()
        .startsWith("DO $$")
        .contains("('ENABLE', 'unique_key_recheck', 's.t'::regclass)")
        .endsWith("; []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE INDEX i ON s.t USING btree (id)|BLOCK_WRITES",
        "CREATE UNIQUE INDEX i ON s.t USING btree (id)|VALIDATE_ROWS, BLOCK_WRITES",
        "CREATE INDEX i ON ONLY s.t USING btree (id)|BLOCK_WRITES",
        "CREATE INDEX i ON ONLY s.t USING btree (id) INVALID|",
      })
  void anIndexOnATableThatExistsBlocksWrites(String definition, String hazards) {
    SchemaObject index = index(definition);

    assertThat(script(List.of(TABLE, COLUMN), List.of(TABLE, COLUMN, index)))
        .singleElement()
        .asString()
        .endsWith("; [%s]".formatted(hazards == null ? "" : hazards));
    assertThat(script(List.of(), List.of(TABLE, COLUMN, index)))
        .hasSize(2)
        .allMatch(s -> s.endsWith("; []"));
  }

  @Test
  void soDoesAKey() {
    SchemaObject key = member(ObjectKind.CONSTRAINT, "k", "PRIMARY KEY (id)");

    assertThat(script(List.of(TABLE, COLUMN), List.of(TABLE, COLUMN, key)))
        .containsExactly(
            "ALTER TABLE s.t ADD CONSTRAINT k PRIMARY KEY (id); [VALIDATE_ROWS, BLOCK_WRITES]");
  }

  @Test
  void soDoesAnIndexThatIsMadeValidOrMoved() {
    String definition = "CREATE INDEX i ON s.t USING btree (id)";
    List<SchemaObject> usual = List.of(TABLE, COLUMN, index(definition));

    assertThat(script(List.of(TABLE, COLUMN, index(definition + " INVALID")), usual))
        .containsExactly("REINDEX INDEX s.i; [BLOCK_WRITES]");
    assertThat(script(List.of(TABLE, COLUMN, index(definition + " TABLESPACE fast")), usual))
        .containsExactly("ALTER INDEX s.i SET TABLESPACE pg_default; [REWRITE_TABLE]");
  }

  @Test
  void nobodyWritesToAMaterializedView() {
    SchemaObject view =
        new SchemaObject(
            ObjectKind.MATERIALIZED_VIEW, "s.t", Optional.empty(), "AS SELECT 1 AS id");

    assertThat(
            script(List.of(view), List.of(view, index("CREATE INDEX i ON s.t USING btree (id)"))))
        .containsExactly("CREATE INDEX i ON s.t USING btree (id); []");
  }

  private static SchemaObject index(String definition) {
    return new SchemaObject(ObjectKind.INDEX, "s.i", Optional.of("s.t"), definition);
  }

  private static SchemaObject silenced(SchemaObject constraint, String state) {
    return new SchemaObject(
        constraint.kind(),
        constraint.name(),
        constraint.parent(),
        constraint.definition() + " TRIGGERS (" + state + " unique_key_recheck ON s.t)");
  }

  private static List<SchemaObject> publication(@Nullable String what) {
    String definition = "CREATE PUBLICATION p" + (what == null ? "" : " " + what);
    return List.of(new SchemaObject(ObjectKind.PUBLICATION, "p", Optional.empty(), definition));
  }

  private static SchemaObject table(String definition) {
    return new SchemaObject(ObjectKind.TABLE, "s.t", Optional.empty(), definition);
  }

  private static SchemaObject secured(String security) {
    return table(("TABLE " + security).strip());
  }

  private static SchemaObject member(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, "s.t." + name, Optional.of("s.t"), definition);
  }

  private static List<String> script(List<SchemaObject> from, List<SchemaObject> to) {
    SchemaSnapshot before = snapshot(from);
    SchemaSnapshot after = snapshot(to);
    return new PostgresReconciler()
        .script(before, after, SchemaDiffer.compare(before, after)).statements().stream()
            .map(s -> s.sql() + "; " + s.hazards().stream().sorted().toList())
            .toList();
  }

  private static SchemaSnapshot snapshot(List<SchemaObject> objects) {
    return new SchemaSnapshot(
        17, objects, new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of()));
  }
}
