package io.github.schemagitops.dialect.postgres.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scripts for a table with an enum, as text. */
class EnumRepairsTest {

  private static final String TWO = "ENUM ('a', 'b')";

  @Test
  void aValueIsAddedInItsPlace() {
    assertThat(sql(script(TWO, "'a'", "ENUM ('x', 'a', 'y', 'b', 'z')", "'a'")))
        .containsExactly(
            "ALTER TYPE s.e ADD VALUE 'x' BEFORE 'a'",
            "ALTER TYPE s.e ADD VALUE 'y' AFTER 'a'",
            "ALTER TYPE s.e ADD VALUE 'z' AFTER 'b'");
  }

  @Test
  void aValueThatIsUsedAtOnceIsAddedBeforeTheTransaction() {
    RepairScript script = script(TWO, "'a'", "ENUM ('a', 'b', 'c', 'd')", "'c'");

    assertThat(sql(script))
        .containsExactly(
            "ALTER TYPE s.e ADD VALUE 'c' AFTER 'b'",
            "ALTER TYPE s.e ADD VALUE 'd' AFTER 'c'",
            "ALTER TABLE ONLY s.t ALTER COLUMN c SET DEFAULT 'c'::s.e");
    assertThat(script.statements())
        .extracting(RepairStatement::transactional)
        .containsExactly(false, false, true);
  }

  @Test
  void aValueInThePlaceOfAnotherIsThatOneRenamed() {
    assertThat(sql(script(TWO, "'a'", "ENUM ('a', 'c')", "'a'")))
        .containsExactly("ALTER TYPE s.e RENAME VALUE 'b' TO 'c'");
  }

  @Test
  void aTypeThatLosesAValueGetsASuccessorOrStaysAsItIs() {
    RepairScript script = script(TWO, "'a'", "ENUM ('a')", "'a'");

    assertThat(sql(script))
        .containsExactly(
            "ALTER TABLE ONLY s.t ALTER COLUMN c DROP DEFAULT",
            "ALTER TYPE s.e RENAME TO e_old",
            "CREATE TYPE s.e AS ENUM ('a')",
            "ALTER TABLE s.t ALTER COLUMN c TYPE s.e USING c::text::s.e",
            "ALTER TABLE ONLY s.t ALTER COLUMN c SET DEFAULT 'a'::s.e",
            "DROP TYPE s.e_old");
    assertThat(script.statements())
        .extracting(RepairStatement::hazards)
        .allSatisfy(
            hazards ->
                assertThat(hazards)
                    .containsExactlyInAnyOrder(Hazard.NARROW_TYPE, Hazard.REWRITE_TABLE));
  }

  @Test
  void aPartitionKeyKeepsItsType() {
    SchemaSnapshot from = schema(TWO, "'a'", "TABLE PARTITION BY LIST (c)");
    SchemaSnapshot to = schema("ENUM ('a')", "'a'", "TABLE PARTITION BY LIST (c)");

    RepairScript script = new PostgresReconciler().script(from, to, SchemaDiffer.compare(from, to));

    assertThat(script.statements()).isEmpty();
    assertThat(script.impossible())
        .containsExactly("enum s.e: column s.t.c, a part of a partition key, is of that type");
  }

  private static RepairScript script(
      String oldType, String oldDefault, String newType, String newDefault) {
    SchemaSnapshot from = schema(oldType, oldDefault, "TABLE");
    SchemaSnapshot to = schema(newType, newDefault, "TABLE");
    return new PostgresReconciler().script(from, to, SchemaDiffer.compare(from, to));
  }

  private static SchemaSnapshot schema(String type, String initial, String table) {
    return new SchemaSnapshot(
        17,
        List.of(
            new SchemaObject(ObjectKind.SCHEMA, "s", Optional.empty(), "SCHEMA"),
            new SchemaObject(ObjectKind.ENUM, "s.e", Optional.empty(), type),
            new SchemaObject(ObjectKind.TABLE, "s.t", Optional.empty(), table),
            new SchemaObject(
                ObjectKind.COLUMN,
                "s.t.c",
                Optional.of("s.t"),
                "s.e DEFAULT %s::s.e".formatted(initial))),
        new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of()));
  }

  private static List<String> sql(RepairScript script) {
    return script.statements().stream().map(RepairStatement::sql).toList();
  }
}
