package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresStatementParserTest {

  /** Stands where the test does not look at positions. */
  private static final Span ANY = new Span(0, 1);

  private static final QualifiedName ORDERS = QualifiedName.of("orders");

  private static Statement parse(String sql) {
    return new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource
  void reads_what_a_statement_says(String sql, Statement expected) {
    assertThat(parse(sql))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(Span.class)
        .isEqualTo(expected);
  }

  static Stream<Arguments> reads_what_a_statement_says() {
    return Stream.of(
        arguments(
            "CREATE INDEX orders_status_idx ON orders (status)",
            index(Optional.of("orders_status_idx"), ORDERS, false, false, false, false)),
        arguments(
            "create unique index concurrently if not exists on only Shop.\"Orders\" using btree (lower(a))",
            index(Optional.empty(), QualifiedName.of("shop", "Orders"), true, true, true, true)),
        arguments(
            "CREATE MATERIALIZED VIEW sales.totals AS SELECT 1",
            new CreateView(QualifiedName.of("sales", "totals"), true, ANY)),
        arguments(
            "CREATE OR REPLACE VIEW v AS SELECT * FROM orders",
            new CreateView(QualifiedName.of("v"), false, ANY)),
        arguments(
            "DROP TABLE IF EXISTS orders, shop.items CASCADE",
            drop(ObjectType.TABLE, true, false, true, ORDERS, QualifiedName.of("shop", "items"))),
        arguments(
            "DROP INDEX CONCURRENTLY orders_idx",
            drop(ObjectType.INDEX, false, true, false, QualifiedName.of("orders_idx"))),
        arguments(
            "DROP MATERIALIZED VIEW v",
            drop(ObjectType.MATERIALIZED_VIEW, false, false, false, QualifiedName.of("v"))),
        arguments(
            "DROP EXTENSION citext",
            drop(ObjectType.OTHER, false, false, false, QualifiedName.of("citext"))),
        arguments(
            "ALTER VIEW v RENAME TO w",
            new RenameObject(ObjectType.VIEW, QualifiedName.of("v"), "w", ANY)),
        arguments(
            "ALTER INDEX IF EXISTS shop.i RENAME TO j",
            new RenameObject(ObjectType.INDEX, QualifiedName.of("shop", "i"), "j", ANY)),
        arguments(
            "ALTER SCHEMA shop RENAME TO store",
            new RenameObject(ObjectType.SCHEMA, QualifiedName.of("shop"), "store", ANY)),
        arguments("ALTER VIEW v SET (security_invoker = true)", other("ALTER VIEW")),
        arguments("CREATE EXTENSION IF NOT EXISTS citext", other("CREATE EXTENSION")),
        arguments("GRANT SELECT ON orders TO app", other("GRANT SELECT")),
        arguments("COMMENT ON TABLE orders IS 'all of them'", other("COMMENT ON")),
        arguments(
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$",
            other("CREATE FUNCTION")),
        arguments("DROP FUNCTION f(int)", other("DROP FUNCTION")),
        arguments("DROP FUNCTION IF EXISTS f, g(int) CASCADE", other("DROP FUNCTION")),
        arguments(
            "INSERT INTO orders (a) VALUES " + "('it''s data'), ".repeat(2000) + "(NULL)",
            dml(Dml.Kind.INSERT)),
        arguments("LOCK TABLE orders IN SHARE MODE", other("LOCK TABLE")),
        arguments("SET lock_timeout = '2s'", other("SET LOCK")),
        arguments("BEGIN", transaction(TransactionControl.Kind.BEGIN)),
        arguments("START TRANSACTION READ ONLY", transaction(TransactionControl.Kind.BEGIN)),
        arguments("COMMIT", transaction(TransactionControl.Kind.COMMIT)),
        arguments("END", transaction(TransactionControl.Kind.COMMIT)),
        arguments("ROLLBACK", transaction(TransactionControl.Kind.ROLLBACK)),
        arguments("ROLLBACK TO SAVEPOINT s", transaction(TransactionControl.Kind.SAVEPOINT)),
        arguments("SAVEPOINT s", transaction(TransactionControl.Kind.SAVEPOINT)),
        arguments("PREPARE TRANSACTION 'x'", transaction(TransactionControl.Kind.TWO_PHASE)),
        arguments(
            "SET search_path TO shop, \"Old\", 'public'",
            new SetSearchPath(List.of("shop", "Old", "public"), ANY)),
        arguments("INSERT INTO orders VALUES (1)", dml(Dml.Kind.INSERT)),
        arguments("UPDATE orders SET a = 1 WHERE b = 2", dml(Dml.Kind.UPDATE)),
        arguments("DELETE FROM orders", dml(Dml.Kind.DELETE)),
        arguments("TRUNCATE orders, items", dml(Dml.Kind.TRUNCATE)),
        arguments("COPY orders FROM STDIN", dml(Dml.Kind.COPY)),
        arguments("SELECT 1", new Dml(Dml.Kind.SELECT, Optional.empty(), ANY)),
        arguments(
            "SELECT * INTO orders FROM items",
            table(List.of(), List.of(), List.of(), Optional.empty(), false)),
        arguments(
            "CREATE TABLE orders AS SELECT 1 AS id",
            table(List.of(), List.of(), List.of(), Optional.empty(), false)),
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
                        List.of()),
                    new ColumnDefinition(
                        "total",
                        DataType.of("numeric", 10, 0),
                        false,
                        Optional.empty(),
                        Optional.of(Generation.STORED),
                        List.of()),
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
                                false)))),
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
                Optional.empty(),
                false)),
        arguments(
            "CREATE TABLE orders (LIKE template INCLUDING ALL) PARTITION BY RANGE (day)",
            table(
                List.of(),
                List.of(),
                List.of(QualifiedName.of("template")),
                Optional.empty(),
                true)),
        arguments(
            "CREATE TABLE orders PARTITION OF all_orders FOR VALUES FROM (1) TO (2)",
            table(
                List.of(),
                List.of(),
                List.of(QualifiedName.of("all_orders")),
                Optional.of(QualifiedName.of("all_orders")),
                false)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE  UNIQUE INDEX i ON t (a) | CREATE  UNIQUE INDEX",
        "DROP TABLE IF EXISTS t | DROP TABLE",
        "DROP INDEX CONCURRENTLY i | DROP INDEX CONCURRENTLY",
        "CREATE TABLE IF NOT EXISTS shop.t (a int) | CREATE TABLE IF NOT EXISTS shop.t",
        "ALTER TABLE t ADD a int | ALTER TABLE t",
        "ALTER TYPE a RENAME TO b | ALTER TYPE a RENAME TO b",
        "COMMIT | COMMIT",
        "UPDATE t SET a = 1 | UPDATE t",
        "/* 😀 */ DROP TABLE t | DROP TABLE",
      })
  void points_at_the_words_that_matter(String sql, String words) {
    assertThat(parse(sql).span().in(sql)).isEqualTo(words);
  }

  @Test
  void points_at_the_words_of_each_action() {
    String sql = "ALTER TABLE \"Ä\"\n  ADD COLUMN a int,\n  DROP COLUMN b";

    assertThat(((AlterTable) parse(sql)).actions())
        .extracting(action -> action.span().in(sql))
        .containsExactly("ADD COLUMN a int", "DROP COLUMN b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABL t (a int) | not understood near \"TABL\" | TABL",
        "ALTER TABLE t ADD COLUMN | not understood: the statement ends too early | N",
        "SELECT 1; SELECT 2 | 2 statements where one is expected | S",
        "DO LANGUAGE plperl $$ 1 $$ | a DO block in the language plperl | DO",
        "DO $$ BEGIN ALTER TABEL t; END $$ | not understood near \"TABEL\" | TABEL",
        "DO 'BEGIN RAISE NOTICE ''x''; END' | a DO block in a string with escapes | DO",
        "CALL p() | CALL runs a procedure, whose code is not read here | CALL p()",
      })
  void says_why_it_could_not_read_a_statement(String sql, String reason, String words) {
    assertThat(parse(sql))
        .isInstanceOfSatisfying(
            NotAnalysed.class,
            gap -> {
              assertThat(gap.reason()).isEqualTo(reason);
              assertThat(gap.span().in(sql)).isEqualTo(words);
            });
  }

  @Test
  void says_that_there_is_no_statement() {
    assertThat(parse("-- nothing"))
        .isEqualTo(new NotAnalysed("0 statements where one is expected", ANY));
  }

  @ParameterizedTest(name = "[{index}]")
  @ValueSource(strings = {"$", "'", "\"", "$$ a", "/* a", "DO $$", "((((", "\\d t", "\u0000", "𝒳"})
  void never_throws(String rubbish) {
    assertThat(parse(rubbish)).isInstanceOf(NotAnalysed.class);
  }

  private static CreateIndex index(
      Optional<String> name,
      QualifiedName table,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      boolean only) {
    return new CreateIndex(name, table, unique, concurrently, ifNotExists, only, ANY);
  }

  private static DropObject drop(
      ObjectType type,
      boolean ifExists,
      boolean concurrently,
      boolean cascade,
      QualifiedName... names) {
    return new DropObject(type, List.of(names), ifExists, concurrently, cascade, ANY);
  }

  private static CreateTable table(
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<QualifiedName> copiedFrom,
      Optional<QualifiedName> partitionOf,
      boolean partitioned) {
    return new CreateTable(
        ORDERS, false, false, columns, constraints, copiedFrom, partitionOf, partitioned, ANY);
  }

  private static ColumnDefinition column(
      String name, String type, boolean notNull, Generation generation, Constraint... constraints) {
    return new ColumnDefinition(
        name,
        DataType.of(type),
        notNull,
        Optional.empty(),
        Optional.of(generation),
        List.of(constraints));
  }

  private static Constraint key(String column) {
    return new Constraint.Unique(Optional.empty(), List.of(column), true, Optional.empty());
  }

  private static OtherStatement other(String what) {
    return new OtherStatement(what, ANY);
  }

  private static TransactionControl transaction(TransactionControl.Kind kind) {
    return new TransactionControl(kind, ANY);
  }

  private static Dml dml(Dml.Kind kind) {
    return new Dml(kind, Optional.of(ORDERS), ANY);
  }
}
