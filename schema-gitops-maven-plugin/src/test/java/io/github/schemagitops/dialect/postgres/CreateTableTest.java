package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.Parsing.ANY;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.ColumnDefinition.Text;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTable.How;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parser reads in statements that make tables. */
class CreateTableTest {

  private static final QualifiedName ORDERS = QualifiedName.of("orders");

  @ParameterizedTest(name = "[{index}]")
  @MethodSource
  void reads_what_a_statement_says(String sql, Statement expected) {
    Parsing.assertReads(sql, expected);
  }

  static Stream<Arguments> reads_what_a_statement_says() {
    return Stream.of(
        arguments("SELECT * INTO orders FROM items", query()),
        arguments("CREATE TABLE orders AS SELECT 1 AS id", query()),
        arguments(
            """
            CREATE TABLE orders (
              id bigserial PRIMARY KEY,
              no int GENERATED ALWAYS AS IDENTITY,
              email varchar(100) NOT NULL DEFAULT 'none',
              total numeric(10) GENERATED ALWAYS AS (a + b) STORED,
              customer bigint REFERENCES customers (id),
              CONSTRAINT known CHECK (email IS NOT NULL),
              UNIQUE (email, no)
            )""",
            table(
                List.of(
                    column("id", "bigint", true, Generation.SERIAL, key("id")),
                    column("no", "integer", true, Generation.IDENTITY),
                    new ColumnDefinition(
                        "email",
                        DataType.of("varchar", 100),
                        true,
                        Optional.of("'none'"),
                        Optional.empty(),
                        List.of(),
                        Text.DEFAULT),
                    new ColumnDefinition(
                        "total",
                        DataType.of("numeric", 10, 0),
                        false,
                        Optional.empty(),
                        Optional.of(Generation.STORED),
                        List.of(),
                        Text.DEFAULT),
                    new ColumnDefinition(
                        "customer",
                        DataType.of("bigint"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                            new Constraint.ForeignKey(
                                Optional.empty(),
                                List.of("customer"),
                                QualifiedName.of("customers"),
                                List.of("id"),
                                false)),
                        Text.DEFAULT)),
                List.of(
                    new Constraint.Check(
                        Optional.of("known"),
                        "email IS NOT NULL",
                        Set.of("email", "is", "not", "null"),
                        List.of("email"),
                        false),
                    new Constraint.Unique(
                        Optional.empty(), List.of("email", "no"), false, Optional.empty())),
                List.of(),
                Partitioning.NONE)),
        arguments(
            "CREATE TABLE orders (LIKE template INCLUDING ALL) PARTITION BY RANGE (day)",
            table(
                List.of(),
                List.of(),
                List.of(QualifiedName.of("template")),
                new Partitioning(Optional.empty(), false, true, List.of("day")))),
        arguments(
            "CREATE TABLE orders PARTITION OF all_orders FOR VALUES FROM (1) TO (2)",
            table(
                List.of(),
                List.of(),
                List.of(QualifiedName.of("all_orders")),
                new Partitioning(
                    Optional.of(QualifiedName.of("all_orders")), false, false, List.of()))),
        arguments(
            "CREATE TABLE orders PARTITION OF all_orders DEFAULT",
            table(
                List.of(),
                List.of(),
                List.of(QualifiedName.of("all_orders")),
                new Partitioning(
                    Optional.of(QualifiedName.of("all_orders")), true, false, List.of()))));
  }

  private static CreateTable table(
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<QualifiedName> copiedFrom,
      Partitioning partitioning) {
    return new CreateTable(
        ORDERS,
        How.PLAIN,
        columns,
        constraints,
        List.of(),
        copiedFrom,
        partitioning,
        Map.of(),
        ANY);
  }

  private static CreateTable query() {
    return new CreateTable(
        ORDERS,
        new How(false, false, true),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Partitioning.NONE,
        Map.of(),
        ANY);
  }

  private static ColumnDefinition column(
      String name, String type, boolean notNull, Generation generation, Constraint... constraints) {
    return new ColumnDefinition(
        name,
        DataType.of(type),
        notNull,
        Optional.empty(),
        Optional.of(generation),
        List.of(constraints),
        Text.DEFAULT);
  }

  private static Constraint key(String column) {
    return new Constraint.Unique(Optional.empty(), List.of(column), true, Optional.empty());
  }
}
