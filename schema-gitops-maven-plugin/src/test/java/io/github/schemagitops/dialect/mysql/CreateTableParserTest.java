package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.block;
import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateTableParserTest {

  private static CreateTable table(String sql) {
    return parse(sql, CreateTable.class);
  }

  @Test
  void a_table_with_everything() {
    CreateTable table =
        table(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS `my shop`.Orders (
              id bigint(20) unsigned NOT NULL AUTO_INCREMENT COMMENT 'it''s',
              code varchar(10) CHARACTER SET latin1 DEFAULT "x",
              kind enum('a','b') NOT NULL DEFAULT 'a',
              total decimal(10,2) CHECK (total > 0),
              twice int AS (total * 2) STORED,
              PRIMARY KEY (id),
              UNIQUE KEY code_u (code(4) DESC),
              KEY kind_i (kind),
              CONSTRAINT fk FOREIGN KEY (code, kind) REFERENCES customer (a, b) ON DELETE CASCADE,
              CONSTRAINT sane CHECK (`total` < 10 OR kind = 'b')
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 PARTITION BY HASH (id) PARTITIONS 4\
            """);

    assertThat(table.name()).isEqualTo(QualifiedName.of("my shop", "Orders"));
    assertThat(table.how()).isEqualTo(new CreateTable.How(true, true, false));
    assertThat(table.partitioning().isPartitioned()).isTrue();
    assertThat(table.columns())
        .extracting(ColumnDefinition::name, c -> c.type().toString(), ColumnDefinition::notNull)
        .containsExactly(
            tuple("id", "bigint unsigned", true),
            tuple("code", "varchar(10)", false),
            tuple("kind", "enum('a','b')", true),
            tuple("total", "decimal(10,2)", false),
            tuple("twice", "int", false));
    assertThat(table.columns())
        .extracting(ColumnDefinition::generation)
        .containsExactly(
            Optional.of(ColumnDefinition.Generation.IDENTITY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ColumnDefinition.Generation.STORED));
    assertThat(table.columns().get(2).defaultValue()).contains("'a'");
    assertThat(table.columns().get(3).constraints())
        .singleElement()
        .isInstanceOf(Constraint.Check.class);
    assertThat(table.constraints()).hasSize(4);
    assertThat(table.constraints().get(0))
        .isEqualTo(new Constraint.Unique(Optional.empty(), List.of("id"), true, Optional.empty()));
    assertThat(table.constraints().get(1))
        .isEqualTo(
            new Constraint.Unique(Optional.of("code_u"), List.of("code"), false, Optional.empty()));
    assertThat(table.constraints().get(2))
        .isEqualTo(
            new Constraint.ForeignKey(
                Optional.of("fk"),
                List.of("code", "kind"),
                QualifiedName.of("customer"),
                List.of("a", "b"),
                false));
    assertThat((Constraint.Check) table.constraints().get(3))
        .satisfies(c -> assertThat(c.expression()).isEqualTo("`total` < 10 OR kind = 'b'"))
        .satisfies(c -> assertThat(c.mentions()).containsExactlyInAnyOrder("total", "kind"));
  }

  @Test
  void tables_made_from_others() {
    CreateTable like = table("create table a like b.c");
    CreateTable query = table("create table a as select 1 as n");
    CreateTable withoutAs = table("CREATE TABLE a (n int, KEY (n)) ENGINE=InnoDB SELECT 1 AS n");

    assertThat(like.copiedFrom()).containsExactly(QualifiedName.of("b", "c"));
    assertThat(query.name()).isEqualTo(QualifiedName.of("a"));
    assertThat(query.columns()).isEmpty();
    assertThat(query.how().ofQuery()).isTrue();
    assertThat(withoutAs.how().ofQuery()).isTrue();
    assertThat(withoutAs.indexes()).hasSize(1);
  }

  @Test
  void replacing_a_table_drops_the_old_one() {
    assertThat(block("CREATE OR REPLACE TABLE t (a int)"))
        .satisfiesExactly(
            drop -> assertThat(((DropObject) drop).names()).containsExactly(QualifiedName.of("t")),
            table -> assertThat(((CreateTable) table).columns()).hasSize(1));
    assertThat(parse("CREATE OR REPLACE TEMPORARY TABLE t (a int)"))
        .isInstanceOf(CreateTable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int(11)                      | int",
        "INTEGER UNSIGNED             | int unsigned",
        "tinyint(1)                   | tinyint",
        "bool                         | tinyint",
        "numeric(10, 2)               | decimal(10,2)",
        "double precision             | double",
        "varchar(20) collate utf8mb4_bin | varchar(20)",
        "varchar(20) binary           | varchar(20)",
        "char(20) ascii               | char(20)",
        "national varchar(20)         | varchar(20)",
        "long varchar                 | mediumtext",
        "datetime(6)                  | datetime(6)",
        "set('x', 'y') charset latin1 | set('x', 'y')",
        "longtext                     | longtext",
        "json                         | json",
        "bit(3)                       | bit(3)",
        "binary(16)                   | binary(16)",
        "point srid 4326              | point",
        "inet6                        | inet6",
        "uuid                         | uuid",
        "vector(3)                    | vector(3)",
      })
  void types_have_one_spelling(String written, String type) {
    assertThat(table("create table t (c " + written + ")").columns().get(0).type())
        .hasToString(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "varchar(9)                                              | -       | -",
        "varchar(9) CHARACTER SET UTF8MB4 COLLATE utf8mb4_bin    | utf8mb4 | utf8mb4_bin",
        "text charset 'latin1'                                   | latin1  | -",
        "varchar(9) NOT NULL COLLATE `utf8mb4_bin`               | -       | utf8mb4_bin",
        "enum('a') CHARACTER SET latin1 COLLATE latin1_bin       | latin1  | latin1_bin",
        "char(3) CHARACTER SET binary                            | binary  | -",
      })
  void columns_know_how_their_texts_are_kept(String written, String charset, String collation) {
    assertThat(table("create table t (c " + written + ")").columns().get(0).text())
        .isEqualTo(
            new ColumnDefinition.Text(
                Optional.ofNullable(charset), Optional.ofNullable(collation)));
  }

  @Test
  void indexes_stand_beside_the_columns() {
    CreateTable table =
        table(
            """
            CREATE TABLE t (a int, b text, g geometry not null,
              KEY (a), INDEX i USING HASH (a DESC, `b`(10)), KEY e ((lower(b)), (a + 1)),
              UNIQUE INDEX u (a) USING BTREE, FULLTEXT KEY f (b) WITH PARSER ngram, SPATIAL INDEX (g))\
            """);

    assertThat(table.indexes())
        .containsExactly(
            index("", "", false, "a"),
            index("i", "hash", false, "a", "b"),
            index("e", "", false, "(lower(b))", "(a + 1)"),
            index("u", "btree", true, "a"),
            index("f", "fulltext", false, "b"),
            index("", "spatial", false, "g"));
    assertThat(table.constraints()).hasSize(1);
  }

  private static IndexDefinition index(String name, String method, boolean unique, String... keys) {
    return new IndexDefinition(given(name), List.of(keys), unique, given(method), false);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ENGINE=InnoDB                           | engine         | innodb",
        "engine 'MyISAM'                         | engine         | myisam",
        "DEFAULT CHARSET=UTF8MB4                 | charset        | utf8mb4",
        "CHARACTER SET latin1                    | charset        | latin1",
        "DEFAULT COLLATE = utf8mb4_0900_ai_ci    | collate        | utf8mb4_0900_ai_ci",
        "ENGINE=InnoDB, ROW_FORMAT=DYNAMIC       | row_format     | dynamic",
        "AUTO_INCREMENT=5 COMMENT='it''s Ours'   | comment        | it's Ours",
        "DATA DIRECTORY = '/x'                   | data directory | /x",
      })
  void options_have_names_in_lower_case(String written, String name, String value) {
    assertThat(table("CREATE TABLE t (a int) " + written).options()).containsEntry(name, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "HASH (id) PARTITIONS 4                                              | id",
        "RANGE (YEAR(`Made`)) (PARTITION p VALUES LESS THAN MAXVALUE)        | Made",
        "RANGE COLUMNS (a, b) (PARTITION p VALUES LESS THAN (1, 2))          | a b",
        "LIST (a + b) (PARTITION p VALUES IN (1, 2))                         | a b",
        "LINEAR KEY (id) PARTITIONS 2                                        | id",
        "KEY () PARTITIONS 2                                                 | -",
      })
  void partitioned_tables_know_their_keys(String by, String columns) {
    CreateTable.Partitioning partitioning =
        table("CREATE TABLE t (id int) PARTITION BY " + by).partitioning();

    assertThat(partitioning.isPartitioned()).isTrue();
    assertThat(partitioning.key())
        .isEqualTo(columns == null ? List.of() : List.of(columns.split(" ")));
  }

  @Test
  void checks_that_are_not_enforced_prove_nothing() {
    CreateTable table =
        table(
            """
            CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED,
              CONSTRAINT c CHECK (a < 9) NOT ENFORCED, CHECK (a <> 5) ENFORCED)\
            """);

    assertThat(table.columns().get(0).constraints())
        .extracting(Constraint::notValid)
        .containsExactly(true);
    assertThat(table.constraints()).extracting(Constraint::notValid).containsExactly(true, false);
  }
}
