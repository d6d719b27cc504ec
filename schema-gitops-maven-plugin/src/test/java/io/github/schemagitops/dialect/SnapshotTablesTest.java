package io.github.schemagitops.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.mysql.MySqlStatementParser;
import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTablesTest {

  private static final QualifiedName ORDERS = QualifiedName.of("public", "orders");

  private static SnapshotTables tables(StatementParser parser, SchemaObject... objects) {
    Coverage nothing = new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    return new SnapshotTables(new SchemaSnapshot(17, List.of(objects), nothing), parser, "public");
  }

  private static SchemaObject table(String name, String definition) {
    return new SchemaObject(ObjectKind.TABLE, name, Optional.empty(), definition);
  }

  private static SchemaObject part(ObjectKind kind, String table, String name, String definition) {
    return new SchemaObject(kind, table + "." + name, Optional.of(table), definition);
  }

  private static Stream<AlterAction> actions(List<Statement> statements) {
    return statements.stream()
        .flatMap(s -> s instanceof AlterTable alter ? alter.actions().stream() : Stream.empty());
  }

  private static ColumnDefinition column(SnapshotTables tables, QualifiedName table) {
    return actions(tables.statements(table))
        .map(a -> ((AlterAction.AddColumn) a).column())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "integer; integer; false",
        "character varying(100) NOT NULL; varchar(100); true",
        "text COLLATE \"de_DE\" NOT NULL DEFAULT 'x STORAGE y'::text STORAGE EXTERNAL; text; true",
        "bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 5); bigint; true",
        "numeric(12,2) DEFAULT 0 STATISTICS 500 WITH (n_distinct=5); numeric(12,2); false",
        "integer NOT NULL NOT VALID; integer; false",
        "timestamp with time zone[] COMPRESSION lz4; timestamptz[]; false",
      })
  void a_column_has_its_type_and_says_whether_it_can_be_null(
      String definition, String type, boolean notNull) {
    SnapshotTables tables =
        tables(
            new PostgresStatementParser(),
            table("public.orders", "TABLE"),
            part(ObjectKind.COLUMN, "public.orders", "\"Odd name\"", definition));

    ColumnDefinition column = column(tables, ORDERS);
    assertThat(column.name()).isEqualTo("Odd name");
    assertThat(column.type()).hasToString(type);
    assertThat(column.notNull()).isEqualTo(notNull);
  }

  @Test
  void a_constraint_is_what_it_was_when_it_was_made() {
    SnapshotTables tables =
        tables(
            new PostgresStatementParser(),
            table("public.orders", "TABLE"),
            part(
                ObjectKind.CONSTRAINT,
                "public.orders",
                "orders_email_check",
                "CHECK ((email IS NOT NULL)) NOT VALID"),
            part(
                ObjectKind.CONSTRAINT,
                "public.orders",
                "orders_customer_fkey",
                "FOREIGN KEY (customer_id) REFERENCES public.customers(id)"
                    + " TRIGGERS (DISABLED \"RI_FKey_check_ins\" ON public.orders)"));

    List<Constraint> constraints =
        actions(tables.statements(ORDERS))
            .map(a -> ((AlterAction.AddConstraint) a).constraint())
            .toList();
    assertThat(constraints.get(1))
        .isInstanceOfSatisfying(
            Constraint.Check.class,
            check -> {
              assertThat(check.name()).contains("orders_email_check");
              assertThat(check.notNullColumns()).containsExactly("email");
              assertThat(check.notValid()).isTrue();
            });
    assertThat(constraints.get(0))
        .isInstanceOfSatisfying(
            Constraint.ForeignKey.class,
            key -> assertThat(key.references()).isEqualTo(QualifiedName.of("public", "customers")));
  }

  @Test
  void partitions_know_their_table_and_materialized_views_are_none() {
    SnapshotTables tables =
        tables(
            new PostgresStatementParser(),
            table("public.events", "TABLE PARTITION BY RANGE (at)"),
            table(
                "public.\"events.2026\"",
                "TABLE PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"),
            new SchemaObject(
                ObjectKind.MATERIALIZED_VIEW, "shop.totals", Optional.empty(), "SELECT 1"));

    QualifiedName partition = QualifiedName.of("public", "events.2026");
    QualifiedName view = QualifiedName.of("shop", "totals");
    assertThat(tables.names())
        .containsExactlyInAnyOrder(QualifiedName.of("public", "events"), partition, view);
    assertThat((CreateTable) tables.statements(partition).get(0))
        .extracting(table -> table.partitioning().of())
        .isEqualTo(Optional.of(QualifiedName.of("public", "events")));
    assertThat((CreateTable) tables.statements(QualifiedName.of("public", "events")).get(0))
        .extracting(table -> table.partitioning().isPartitioned())
        .isEqualTo(true);
    assertThat((CreateView) tables.statements(view).get(0))
        .extracting(CreateView::materialized)
        .isEqualTo(true);
    assertThat(tables.statements(QualifiedName.of("public", "nowhere"))).isEmpty();
  }

  @Test
  void names_without_schema_get_the_default_one() {
    SnapshotTables tables =
        tables(
            new MySqlStatementParser(),
            table("`order``s`", "ENGINE=InnoDB"),
            part(
                ObjectKind.COLUMN,
                "`order``s`",
                "note",
                "varchar(255) COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'a NOT NULL b'"));

    ColumnDefinition column = column(tables, QualifiedName.of("public", "order`s"));
    assertThat(column.type()).isEqualTo(DataType.of("varchar", 255));
    assertThat(column.notNull()).isTrue();
  }
}
