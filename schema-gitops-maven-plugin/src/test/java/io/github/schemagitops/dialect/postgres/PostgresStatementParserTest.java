package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.Parsing.ANY;
import static io.github.schemagitops.dialect.postgres.Parsing.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CommentOn;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DefinePolicy;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.LockTable;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.SetVariable;
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

  private static final QualifiedName ORDERS = QualifiedName.of("orders");

  @ParameterizedTest(name = "[{index}]")
  @MethodSource
  void reads_what_a_statement_says(String sql, Statement expected) {
    Parsing.assertReads(sql, expected);
  }

  static Stream<Arguments> reads_what_a_statement_says() {
    return Stream.of(
        arguments(
            "CREATE INDEX orders_status_idx ON orders (status)",
            new CreateIndex(
                new IndexDefinition(
                    Optional.of("orders_status_idx"),
                    List.of("status"),
                    false,
                    Optional.empty(),
                    false),
                ORDERS,
                false,
                false,
                false,
                OnlineClause.NONE,
                ANY)),
        arguments(
            "create unique index concurrently if not exists on only Shop.\"Orders\" using gin (lower(a), B) WHERE c",
            new CreateIndex(
                new IndexDefinition(
                    Optional.empty(),
                    List.of("(lower(a))", "b"),
                    true,
                    Optional.of("gin"),
                    true,
                    new IndexDefinition.Details(
                        Set.of("(", ")", "lower", "a", "where", "c"), true, List.of())),
                QualifiedName.of("shop", "Orders"),
                true,
                true,
                true,
                OnlineClause.NONE,
                ANY)),
        arguments(
            "CREATE INDEX ON orders (a) WHERE (a IS NOT NULL)",
            new CreateIndex(
                new IndexDefinition(
                    Optional.empty(),
                    List.of("a"),
                    false,
                    Optional.empty(),
                    true,
                    new IndexDefinition.Details(
                        Set.of("where", "(", "a", "is", "not", "null", ")"), true, List.of("a"))),
                ORDERS,
                false,
                false,
                false,
                OnlineClause.NONE,
                ANY)),
        arguments(
            "CREATE INDEX ON orders (a) WHERE a IS NOT NULL AND b > 0",
            new CreateIndex(
                new IndexDefinition(Optional.empty(), List.of("a"), false, Optional.empty(), true),
                ORDERS,
                false,
                false,
                false,
                OnlineClause.NONE,
                ANY)),
        arguments(
            "CREATE POLICY own ON orders USING (tenant = 1)", new DefinePolicy("own", ORDERS, ANY)),
        arguments(
            "ALTER POLICY own ON orders USING (tenant = 2)", new DefinePolicy("own", ORDERS, ANY)),
        arguments(
            "CREATE MATERIALIZED VIEW sales.totals AS SELECT 1",
            new CreateView(QualifiedName.of("sales", "totals"), true, false, false, ANY)),
        arguments(
            "CREATE OR REPLACE VIEW v AS SELECT * FROM orders",
            new CreateView(
                QualifiedName.of("v"), false, true, true, List.of(ORDERS), List.of(), ANY)),
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
            drop(ObjectType.EXTENSION, false, false, false, QualifiedName.of("citext"))),
        arguments(
            "ALTER VIEW v RENAME TO w",
            new RenameObject(ObjectType.VIEW, QualifiedName.of("v"), "w", ANY)),
        arguments(
            "ALTER INDEX IF EXISTS shop.i RENAME TO j",
            new RenameObject(ObjectType.INDEX, QualifiedName.of("shop", "i"), "j", ANY)),
        arguments(
            "ALTER SCHEMA shop RENAME TO store",
            new RenameObject(ObjectType.SCHEMA, QualifiedName.of("shop"), "store", ANY)),
        arguments(
            "ALTER VIEW v SET (security_invoker = true)",
            new OtherStatement("ALTER VIEW", "ALTER VIEW v SET (security_invoker = true)", ANY)),
        arguments(
            "CREATE EXTENSION IF NOT EXISTS citext",
            new OtherStatement("CREATE EXTENSION", "CREATE EXTENSION IF NOT EXISTS citext", ANY)),
        arguments(
            "GRANT SELECT ON orders TO app",
            new OtherStatement("GRANT SELECT", "GRANT SELECT ON orders TO app", ANY)),
        arguments("COMMENT ON TABLE orders IS 'all of them'", new CommentOn(ORDERS, false, ANY)),
        arguments(
            "COMMENT ON TABLE shop.orders IS NULL",
            new CommentOn(QualifiedName.of("shop", "orders"), true, ANY)),
        arguments(
            "COMMENT ON COLUMN orders.id IS 'number'",
            new OtherStatement("COMMENT ON", "COMMENT ON COLUMN orders.id IS 'number'", ANY)),
        arguments(
            "CREATE SEQUENCE IF NOT EXISTS shop.numbers START 5",
            new CreateObject(ObjectType.SEQUENCE, QualifiedName.of("shop", "numbers"), true, ANY)),
        arguments(
            "CREATE SCHEMA shop AUTHORIZATION ada",
            new CreateObject(ObjectType.SCHEMA, QualifiedName.of("shop"), false, ANY)),
        arguments(
            "CREATE SCHEMA AUTHORIZATION ada",
            new OtherStatement("CREATE SCHEMA", "CREATE SCHEMA AUTHORIZATION ada", ANY)),
        arguments(
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM orders WHERE a $$",
            new CreateRoutine(QualifiedName.of("f"), false, List.of(dml(Dml.Kind.DELETE)), ANY)),
        arguments(
            "DROP FUNCTION f(int)",
            drop(ObjectType.ROUTINE, false, false, false, QualifiedName.of("f"))),
        arguments(
            "DROP FUNCTION IF EXISTS f, g(int) CASCADE",
            new OtherStatement("DROP FUNCTION", "DROP FUNCTION IF EXISTS f, g(int) CASCADE", ANY)),
        arguments(
            "INSERT INTO orders (a) VALUES " + "('it''s data'), ".repeat(2000) + "(NULL)",
            insert(true)),
        arguments("INSERT INTO orders (a) VALUES (E'it\\'s\\\\')", insert(true)),
        arguments(
            "INSERT INTO orders (a) (SELECT a FROM items) GROUP BY a",
            Dml.of(Dml.Kind.INSERT, List.of(ORDERS), ANY)),
        arguments("LOCK TABLE orders IN SHARE MODE", new LockTable(List.of(ORDERS), "SHARE", ANY)),
        arguments("SET lock_timeout = '2s'", new SetVariable("lock_timeout", "2s", ANY)),
        arguments("SET LOCAL lock_timeout TO 5000", new SetVariable("lock_timeout", "5000", ANY)),
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
        arguments("INSERT INTO orders VALUES (1)", insert(false)),
        arguments("UPDATE orders SET a = 1 WHERE b = 2", update(List.of("b"))),
        arguments("UPDATE orders SET a = b WHERE b = c OR b = 2", update(List.of())),
        arguments("UPDATE orders SET a = 1 WHERE b < 2 AND b IN (2, 3)", update(List.of("b"))),
        arguments(
            "UPDATE orders SET a = 1 WHERE (orders.B = 'x'::text AND 4 = c)",
            update(List.of("b", "c"))),
        arguments("INSERT INTO orders (a) SELECT 1 WHERE NOT b", insert(true)),
        arguments("DELETE FROM orders", all(Dml.Kind.DELETE, ORDERS)),
        arguments("DELETE FROM orders WHERE (1 = 1)", all(Dml.Kind.DELETE, ORDERS)),
        arguments("DELETE FROM orders USING items i WHERE true", dml(Dml.Kind.DELETE)),
        arguments(
            "TRUNCATE orders, items", all(Dml.Kind.TRUNCATE, ORDERS, QualifiedName.of("items"))),
        arguments("COPY orders FROM STDIN", dml(Dml.Kind.COPY)),
        arguments("SELECT 1", Dml.of(Dml.Kind.SELECT, List.of(), ANY)),
        arguments(
            "SELECT shop.fill(a => 1)",
            new Dml(
                Dml.Kind.SELECT,
                List.of(),
                Dml.Rows.SOME,
                true,
                false,
                List.of(QualifiedName.of("shop", "fill")),
                ANY)));
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

  private static DropObject drop(
      ObjectType type,
      boolean ifExists,
      boolean concurrently,
      boolean cascade,
      QualifiedName... names) {
    return new DropObject(
        type, List.of(names), Optional.empty(), ifExists, concurrently, cascade, ANY);
  }

  private static TransactionControl transaction(TransactionControl.Kind kind) {
    return new TransactionControl(kind, ANY);
  }

  private static Dml dml(Dml.Kind kind) {
    return Dml.of(kind, List.of(ORDERS), ANY);
  }

  private static Dml insert(boolean namesColumns) {
    return new Dml(
        Dml.Kind.INSERT, List.of(ORDERS), Dml.Rows.LISTED, namesColumns, false, List.of(), ANY);
  }

  private static Dml update(List<String> fixed) {
    return new Dml(
        Dml.Kind.UPDATE,
        List.of(ORDERS),
        Dml.Rows.SOME,
        true,
        false,
        List.of(),
        new Dml.Columns(List.of("a"), fixed, List.of()),
        ANY);
  }

  private static Dml all(Dml.Kind kind, QualifiedName... tables) {
    return new Dml(kind, List.of(tables), Dml.Rows.ALL, true, false, List.of(), ANY);
  }
}
