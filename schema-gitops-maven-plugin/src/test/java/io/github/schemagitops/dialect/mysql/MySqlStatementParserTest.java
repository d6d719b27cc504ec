package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
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
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlStatementParserTest {

  private static Statement parse(String sql) {
    return new MySqlStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  private static List<AlterAction> actions(String sql) {
    return ((AlterTable) parse(sql)).actions();
  }

  @Test
  void a_table_with_everything() {
    CreateTable table =
        (CreateTable)
            parse(
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
    assertThat(table.temporary()).isTrue();
    assertThat(table.ifNotExists()).isTrue();
    assertThat(table.partitioned()).isTrue();
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
                Optional.of("fk"), List.of("code", "kind"), QualifiedName.of("customer"), false));
    assertThat((Constraint.Check) table.constraints().get(3))
        .satisfies(c -> assertThat(c.expression()).isEqualTo("`total` < 10 OR kind = 'b'"))
        .satisfies(c -> assertThat(c.mentions()).contains("total", "kind"));
  }

  @Test
  void tables_made_from_others() {
    CreateTable like = (CreateTable) parse("create table a like b.c");
    CreateTable query = (CreateTable) parse("create table a as select 1 as n");

    assertThat(like.copiedFrom()).containsExactly(QualifiedName.of("b", "c"));
    assertThat(query.name()).isEqualTo(QualifiedName.of("a"));
    assertThat(query.columns()).isEmpty();
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
        "datetime(6)                  | datetime(6)",
        "set('x', 'y') charset latin1 | set('x', 'y')",
        "longtext                     | longtext",
        "json                         | json",
        "bit(3)                       | bit(3)",
      })
  void types_have_one_spelling(String written, String type) {
    CreateTable table = (CreateTable) parse("create table t (c " + written + ")");

    assertThat(table.columns().get(0).type()).hasToString(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add column n int                          | AddColumn",
        "add (a int, b int)                        | AddColumn AddColumn",
        "drop column n                             | DropColumn",
        "modify n bigint not null default 3        | AlterColumnType SetNotNull SetDefault",
        "change n m bigint                         | RenameColumn AlterColumnType",
        "change n n bigint                         | AlterColumnType",
        "rename column n to m                      | RenameColumn",
        "alter column n set default 3              | SetDefault",
        "alter n drop default                      | SetDefault",
        "add primary key (n)                       | AddConstraint",
        "add constraint u unique key (n)           | AddConstraint",
        "add constraint f foreign key (n) references p (id) | AddConstraint",
        "add constraint c check (n > 0)            | AddConstraint",
        "drop primary key                          | DropConstraint",
        "drop foreign key f                        | DropConstraint",
        "drop constraint c                         | DropConstraint",
        "rename to b                               | RenameTable",
        "rename d.b                                | SetSchema RenameTable",
        "add index i (n), drop index j             | OtherAction OtherAction",
        "engine = innodb                           | OtherAction",
        "convert to character set utf8mb4          | OtherAction",
        "add column n int, algorithm = instant     | AddColumn OtherAction",
        "partition by hash (id) partitions 4       | OtherAction",
      })
  void every_action_is_told(String written, String kinds) {
    assertThat(actions("ALTER TABLE t " + written))
        .extracting(action -> action.getClass().getSimpleName())
        .containsExactly(kinds.split(" "));
  }

  @Test
  void actions_know_what_they_are_about() {
    assertThat(actions("ALTER TABLE t MODIFY `N` varchar(9) NOT NULL"))
        .satisfiesExactly(
            type -> {
              AlterAction.AlterColumnType change = (AlterAction.AlterColumnType) type;
              assertThat(change.column()).isEqualTo("N");
              assertThat(change.newType()).isEqualTo(DataType.of("varchar", 9));
              assertThat(change.span().offset()).isEqualTo(14);
            },
            nulls -> assertThat(((AlterAction.SetNotNull) nulls).column()).isEqualTo("N"));
    assertThat(parse("RENAME TABLE a TO b.c"))
        .isInstanceOfSatisfying(
            AlterTable.class,
            alter -> {
              assertThat(alter.table()).isEqualTo(QualifiedName.of("a"));
              assertThat(((AlterAction.SetSchema) alter.actions().get(0)).schema()).isEqualTo("b");
              assertThat(((AlterAction.RenameTable) alter.actions().get(1)).to()).isEqualTo("c");
            });
    assertThat(parse("RENAME TABLE a TO b, c TO d")).isInstanceOf(NotAnalysed.class);
  }

  @Test
  void indexes_views_and_drops() {
    CreateIndex index = (CreateIndex) parse("CREATE UNIQUE INDEX i ON d.t (a(3), (b + 1))");
    CreateView view = (CreateView) parse("create or replace view V as select * from t");
    DropObject tables = (DropObject) parse("DROP TABLE IF EXISTS a, b.c CASCADE");
    DropObject dropped = (DropObject) parse("drop index i on t");

    assertThat(index.name()).contains("i");
    assertThat(index.unique()).isTrue();
    assertThat(index.table()).isEqualTo(QualifiedName.of("d", "t"));
    assertThat(index.span().in("CREATE UNIQUE INDEX i")).isEqualTo("CREATE UNIQUE INDEX");
    assertThat(view.name()).isEqualTo(QualifiedName.of("V"));
    assertThat(tables.names()).containsExactly(QualifiedName.of("a"), QualifiedName.of("b", "c"));
    assertThat(tables.ifExists()).isTrue();
    assertThat(dropped.type()).isEqualTo(ObjectType.INDEX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t VALUES (1, \"it's\")            | INSERT   | t",
        "REPLACE INTO t (a) VALUES ('\\'')             | INSERT   | t",
        "UPDATE t SET a = 1 WHERE b IN (SELECT 1)      | UPDATE   | t",
        "UPDATE t JOIN u ON t.a = u.a SET t.b = u.b    | UPDATE   |",
        "DELETE FROM t WHERE a = 1                     | DELETE   | t",
        "SELECT * FROM t FOR UPDATE                    | SELECT   |",
        "TRUNCATE t                                    | TRUNCATE | t",
      })
  void statements_about_rows(String sql, Dml.Kind kind, String table) {
    Dml dml = (Dml) parse(sql);

    assertThat(dml.kind()).isEqualTo(kind);
    assertThat(dml.table().map(QualifiedName::name)).isEqualTo(Optional.ofNullable(table));
  }

  @Test
  void megabytes_of_rows_are_not_read() {
    String rows = "(1, 'x; y')" + ", (2, 'it''s')".repeat(200_000);

    assertThat(parse("INSERT INTO t (a, b) VALUES " + rows))
        .isInstanceOfSatisfying(
            Dml.class, dml -> assertThat(dml.table()).contains(QualifiedName.of("t")));
  }

  @Test
  void transactions_are_told() {
    assertThat(((TransactionControl) parse("START TRANSACTION")).kind())
        .isEqualTo(TransactionControl.Kind.BEGIN);
    assertThat(((TransactionControl) parse("commit")).kind())
        .isEqualTo(TransactionControl.Kind.COMMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE PROCEDURE p() BEGIN SELECT 1; END           | CREATE PROCEDURE",
        "CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET new.a = 1 | CREATE TRIGGER",
        "SET NAMES utf8mb4                                  | SET NAMES",
        "GRANT SELECT ON a.* TO b                           | GRANT SELECT",
        "CALL p(1)                                          | CALL P",
        "CREATE RESOURCE GROUP rg TYPE = USER VCPU = 0-3    | CREATE RESOURCE",
        "WITH RECURSIVE c AS (SELECT 1) SELECT * FROM c     | WITH RECURSIVE",
      })
  void what_no_rule_cares_about_is_known_by_its_first_words(String sql, String what) {
    assertThat(parse(sql))
        .isInstanceOfSatisfying(
            OtherStatement.class, other -> assertThat(other.what()).isEqualTo(what));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE",
        "CREATE TABLE t (id int",
        "ALTER TABLE t ADD COLUMN a int b int",
        "ALTER TABLE t ALTER CHECK c NOT ENFORCED",
        "nonsense about tables",
        "SELECT 1; SELECT 2",
        "/* nothing */",
      })
  void what_cannot_be_read_says_so(String sql) {
    assertThat(parse(sql)).isInstanceOf(NotAnalysed.class);
  }

  @Test
  void what_is_in_version_comments_is_read() {
    CreateTable table =
        (CreateTable) parse("/*!50000 CREATE TABLE t (a varchar(9) DEFAULT '/*!', b int) */");
    CreateTable partitioned =
        (CreateTable) parse("CREATE TABLE t (a int) /*!50100 PARTITION BY HASH (a) */");

    assertThat(table.columns()).hasSize(2);
    assertThat(table.columns().get(0).defaultValue()).contains("'/*!'");
    assertThat(partitioned.partitioned()).isTrue();
  }

  @Test
  void places_are_those_of_the_text() {
    NotAnalysed not = (NotAnalysed) parse("ALTER TABLE t ADD 😀 a b c d");

    assertThat(not.span().offset()).isBetween(18, 25);
    assertThat(not.reason()).startsWith("not understood");
  }

  @Test
  void loading_the_grammars_says_nothing() throws Exception {
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Loader.class.getName())
            .redirectErrorStream(true)
            .start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    java.getInputStream().transferTo(said);

    assertThat(java.waitFor()).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("AlterTable");
  }

  /** A program that parses one statement. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) {
      PrintStream out = System.out;
      out.print(parse("ALTER TABLE t ADD a int").getClass().getSimpleName());
    }
  }
}
