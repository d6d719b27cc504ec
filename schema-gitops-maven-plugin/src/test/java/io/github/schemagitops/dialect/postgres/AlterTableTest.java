package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ALTER TABLE}, data types and what checks prove. */
class AlterTableTest {

  /** Stands where the test does not look at positions. */
  private static final Span ANY = new Span(0, 1);

  private static Statement parse(String sql) {
    return new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void reads_what_an_alter_table_does(String actions, List<AlterAction> expected) {
    assertThat(parse("ALTER TABLE IF EXISTS ONLY orders " + actions))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(Span.class, ColumnDefinition.Written.class)
        .isEqualTo(
            new AlterTable(
                QualifiedName.of("orders"), expected, true, true, OnlineClause.NONE, ANY));
  }

  static Stream<Arguments> reads_what_an_alter_table_does() {
    return Stream.of(
        does(
            "ADD COLUMN IF NOT EXISTS note text",
            new AlterAction.AddColumn(column("note", "text"), true, ANY)),
        does(
            "DROP COLUMN IF EXISTS Note CASCADE",
            new AlterAction.DropColumn("note", true, true, ANY)),
        does(
            "ALTER note SET DATA TYPE varchar(20) COLLATE \"C\" USING trim(note)",
            new AlterAction.AlterColumnType(
                "note",
                DataType.of("varchar", 20),
                Optional.of("\"C\""),
                Optional.of("trim(note)"),
                ANY)),
        does(
            "ALTER COLUMN a SET NOT NULL, ALTER COLUMN b DROP NOT NULL",
            new AlterAction.SetNotNull("a", ANY),
            new AlterAction.DropNotNull("b", ANY)),
        does(
            "ALTER a SET DEFAULT now(), ALTER b DROP DEFAULT",
            new AlterAction.SetDefault("a", Optional.of("now()"), ANY),
            new AlterAction.SetDefault("b", Optional.empty(), ANY)),
        does(
            "ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES shop.items (x, y) ON DELETE CASCADE NOT VALID",
            new AlterAction.AddConstraint(
                new Constraint.ForeignKey(
                    Optional.of("fk"),
                    List.of("a", "b"),
                    QualifiedName.of("shop", "items"),
                    List.of("x", "y"),
                    true),
                ANY)),
        does(
            "ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk_idx",
            new AlterAction.AddConstraint(
                new Constraint.Unique(Optional.of("pk"), List.of(), true, Optional.of("pk_idx")),
                ANY)),
        does(
            "ADD CONSTRAINT nn NOT NULL a NOT VALID",
            new AlterAction.AddConstraint(
                new Constraint.NotNull(Optional.of("nn"), "a", true), ANY)),
        does(
            "ADD EXCLUDE USING gist (room WITH =)",
            new AlterAction.AddConstraint(new Constraint.Exclusion(Optional.empty()), ANY)),
        does("VALIDATE CONSTRAINT fk", new AlterAction.ValidateConstraint("fk", ANY)),
        does("DROP CONSTRAINT IF EXISTS fk", new AlterAction.DropConstraint("fk", true, ANY)),
        does("RENAME CONSTRAINT a TO b", new AlterAction.RenameConstraint("a", "b", ANY)),
        does("RENAME COLUMN a TO b", new AlterAction.RenameColumn("a", "b", ANY)),
        does("RENAME a TO b", new AlterAction.RenameColumn("a", "b", ANY)),
        does("RENAME TO b", new AlterAction.RenameTable("b", ANY)),
        does("SET SCHEMA b", new AlterAction.SetSchema("b", ANY)),
        does(
            "ATTACH PARTITION p FOR VALUES IN (1)",
            new AlterAction.AttachPartition(QualifiedName.of("p"), false, ANY)),
        does(
            "DETACH PARTITION p CONCURRENTLY",
            new AlterAction.DetachPartition(QualifiedName.of("p"), true, ANY)),
        does(
            "ENABLE ROW LEVEL SECURITY",
            new AlterAction.OtherAction("ENABLE ROW LEVEL SECURITY", ANY)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "int | integer",
        "INT8 | bigint",
        "pg_catalog.int4 | integer",
        "decimal(8) | numeric(8,0)",
        "NUMERIC(8, 2) | numeric(8,2)",
        "character varying (50) | varchar(50)",
        "char | char(1)",
        "bpchar | char",
        "float(24) | real",
        "float | double precision",
        "double   precision | double precision",
        "timestamp(3) with time zone | timestamptz(3)",
        "timestamp without time zone | timestamp",
        "time with time zone | timetz",
        "bit varying(8) | varbit(8)",
        "interval day to second | interval day to second",
        "text[][] | text[][]",
        "varchar(9) array | varchar(9)[]",
        "shop.Status | shop.status",
        "\"Status\" | \"Status\"",
        "geometry(Point, 4326) | geometry(point, 4326)",
      })
  void gives_every_data_type_one_spelling(String written, String expected) {
    AlterTable alter = (AlterTable) parse("ALTER TABLE t ALTER c TYPE " + written);

    assertThat(alter.actions().get(0))
        .isInstanceOfSatisfying(
            AlterAction.AlterColumnType.class,
            action -> assertThat(action.newType()).hasToString(expected));
  }

  @ParameterizedTest(name = "CHECK ({0}) proves {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a IS NOT NULL | a",
        "((\"A\" IS NOT NULL)) | A",
        "(a IS NOT NULL) AND b NOTNULL | a b",
        "a IS NOT NULL AND length(b) > 3 | a",
        "a IS NOT NULL OR b IS NOT NULL | ''",
        "x OR (a IS NOT NULL AND b IS NOT NULL) | ''",
        "c BETWEEN 1 AND a IS NOT NULL | ''",
        "NOT a IS NOT NULL | ''",
        "a > 0 | ''",
      })
  void knows_which_columns_a_check_forbids_to_be_null(String expression, String columns) {
    AlterTable alter = (AlterTable) parse("ALTER TABLE t ADD CHECK (" + expression + ")");

    AlterAction.AddConstraint add = (AlterAction.AddConstraint) alter.actions().get(0);
    assertThat(((Constraint.Check) add.constraint()).notNullColumns())
        .containsExactly(columns.isEmpty() ? new String[0] : columns.split(" "));
  }

  private static Arguments does(String sql, AlterAction... actions) {
    return arguments(sql, List.of(actions));
  }

  private static ColumnDefinition column(String name, String type) {
    return ColumnDefinition.of(name, DataType.of(type));
  }
}
