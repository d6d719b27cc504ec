package io.github.schemagitops.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaDifferTest {

  private static final SchemaObject TABLE = object(ObjectKind.TABLE, "s.t", "TABLE");
  private static final SchemaObject COLUMN = member(ObjectKind.COLUMN, "s.t.c", "integer");
  private static final SchemaObject INDEX = member(ObjectKind.INDEX, "s.i", "CREATE INDEX i");
  private static final SchemaObject TABLE_COMMENT =
      object(ObjectKind.COMMENT, TABLE.title(), "a table");
  private static final SchemaObject COLUMN_COMMENT =
      member(ObjectKind.COMMENT, COLUMN.title(), "a column");

  @Test
  void equalSnapshotsHaveNoDifference() {
    assertThat(compare(List.of(TABLE, COLUMN), List.of(COLUMN, TABLE)).isEmpty()).isTrue();
  }

  @Test
  void anotherDefinitionIsAChangeWithBothSides() {
    SchemaObject wider = member(ObjectKind.COLUMN, "s.t.c", "bigint");

    SchemaDiff diff = compare(List.of(TABLE, COLUMN), List.of(TABLE, wider));

    assertThat(diff.changes()).containsExactly(Change.changed(COLUMN, wider));
    assertThat(diff.changes().get(0).type()).isEqualTo(Change.Type.CHANGED);
    assertThat(diff.count(Change.Type.CHANGED)).isEqualTo(1);
    assertThat(diff.count(Change.Type.ADDED)).isZero();
  }

  @Test
  void aTableThatAppearsStandsForAllThatBelongsToIt() {
    SchemaDiff diff =
        compare(List.of(), List.of(TABLE, COLUMN, INDEX, TABLE_COMMENT, COLUMN_COMMENT));

    assertThat(diff.changes()).containsExactly(Change.added(TABLE));
  }

  @Test
  void aTableThatDisappearsStandsForAllThatBelongedToIt() {
    SchemaDiff diff = compare(List.of(TABLE, COLUMN, INDEX, COLUMN_COMMENT), List.of());

    assertThat(diff.changes()).containsExactly(Change.removed(TABLE));
  }

  @Test
  void anObjectThatAppearsStandsForItsOwnerAndWhatIsGrantedOnIt() {
    SchemaObject function = object(ObjectKind.FUNCTION, "s.f()", "CREATE FUNCTION s.f()");
    SchemaObject owner = object(ObjectKind.OWNER, function.title(), "app");
    SchemaObject privilege =
        object(ObjectKind.PRIVILEGE, function.title() + " TO r", "GRANT EXECUTE …");
    SchemaObject other = object(ObjectKind.PRIVILEGE, "function s.g() TO r", "GRANT EXECUTE …");

    SchemaDiff diff = compare(List.of(), List.of(function, owner, privilege, other));

    assertThat(diff.changes()).containsExactly(Change.added(function), Change.added(other));
  }

  @Test
  void aForeignTableStandsForAllThatBelongsToIt() {
    SchemaObject table = object(ObjectKind.FOREIGN_TABLE, "s.t", "FOREIGN TABLE SERVER x");

    SchemaDiff diff = compare(List.of(table, COLUMN, COLUMN_COMMENT), List.of());

    assertThat(diff.changes()).containsExactly(Change.removed(table));
  }

  @Test
  void aColumnStandsForItsCommentButNotForItsNeighbours() {
    SchemaDiff diff = compare(List.of(TABLE, COLUMN, INDEX, COLUMN_COMMENT), List.of(TABLE, INDEX));

    assertThat(diff.changes()).containsExactly(Change.removed(COLUMN));
  }

  @Test
  void aCommentOfItsOwnIsAChange() {
    SchemaDiff diff = compare(List.of(TABLE, COLUMN, COLUMN_COMMENT), List.of(TABLE, COLUMN));

    assertThat(diff.changes()).containsExactly(Change.removed(COLUMN_COMMENT));
  }

  @Test
  void anObjectOfAnotherKindIsAnotherObject() {
    SchemaObject view = object(ObjectKind.VIEW, "s.t", "AS SELECT 1");

    SchemaDiff diff = compare(List.of(TABLE, COLUMN), List.of(view));

    assertThat(diff.changes()).containsExactly(Change.removed(TABLE), Change.added(view));
  }

  @Test
  void changesAreSortedByKindAndName() {
    SchemaObject schema = object(ObjectKind.SCHEMA, "z", "SCHEMA");
    SchemaObject first = object(ObjectKind.TABLE, "s.a", "TABLE");

    SchemaDiff diff = compare(List.of(TABLE), List.of(INDEX, first, schema));

    assertThat(diff.changes()).extracting(Change::name).containsExactly("z", "s.a", "s.t", "s.i");
  }

  @Test
  void snapshotsOfDifferentMajorVersionsAreNotCompared() {
    SchemaSnapshot newer = new SchemaSnapshot(18, List.of(), snapshot().coverage());

    assertThatThrownBy(() -> SchemaDiffer.compare(snapshot(), newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("17 and 18");
  }

  @Test
  void anObjectCannotChangeIntoAnother() {
    assertThatThrownBy(() -> Change.changed(TABLE, COLUMN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table s.t cannot change into column s.t.c");
  }

  @Test
  void theFingerprintDependsOnTheObjectsAndNotOnTheirOrder() {
    String fingerprint = Fingerprint.of(snapshot(TABLE, COLUMN));

    assertThat(fingerprint).matches("[0-9a-f]{64}");
    assertThat(Fingerprint.of(snapshot(COLUMN, TABLE))).isEqualTo(fingerprint);
    assertThat(Fingerprint.of(snapshot(TABLE))).isNotEqualTo(fingerprint);
    assertThat(Fingerprint.of(snapshot(TABLE, member(ObjectKind.COLUMN, "s.t.c", "bigint"))))
        .isNotEqualTo(fingerprint);
  }

  @Test
  void theFingerprintStaysTheSameInLaterVersionsOfTheTool() {
    assertThat(Fingerprint.of(snapshot(TABLE, COLUMN)))
        .isEqualTo("e6ff5cea8c03392d7ae9bff074768ea5d12f962cb466811368f5113fef1e1c37");
  }

  @Test
  void textCannotMoveFromNameToDefinitionUnnoticed() {
    assertThat(Fingerprint.of(snapshot(object(ObjectKind.ENUM, "ab", "c"))))
        .isNotEqualTo(Fingerprint.of(snapshot(object(ObjectKind.ENUM, "a", "bc"))));
  }

  private static SchemaDiff compare(List<SchemaObject> expected, List<SchemaObject> actual) {
    return SchemaDiffer.compare(
        snapshot(expected.toArray(SchemaObject[]::new)),
        snapshot(actual.toArray(SchemaObject[]::new)));
  }

  private static SchemaSnapshot snapshot(SchemaObject... objects) {
    Coverage coverage = new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    return new SchemaSnapshot(17, Arrays.asList(objects), coverage);
  }

  private static SchemaObject object(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, name, Optional.empty(), definition);
  }

  private static SchemaObject member(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, name, Optional.of("s.t"), definition);
  }
}
