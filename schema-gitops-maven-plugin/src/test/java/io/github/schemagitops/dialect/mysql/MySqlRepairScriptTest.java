package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.schema.ObjectKind.COLUMN;
import static io.github.schemagitops.schema.ObjectKind.COMMENT;
import static io.github.schemagitops.schema.ObjectKind.CONSTRAINT;
import static io.github.schemagitops.schema.ObjectKind.EVENT;
import static io.github.schemagitops.schema.ObjectKind.INDEX;
import static io.github.schemagitops.schema.ObjectKind.PROCEDURE;
import static io.github.schemagitops.schema.ObjectKind.SEQUENCE;
import static io.github.schemagitops.schema.ObjectKind.TABLE;
import static io.github.schemagitops.schema.ObjectKind.TRIGGER;
import static io.github.schemagitops.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts look like and what they say about themselves; no server is asked. */
class MySqlRepairScriptTest {

  private static final int MYSQL = 907;
  private static final int MARIADB = 1108;
  private static final SchemaObject ORDERS =
      object(TABLE, "orders", null, "ENGINE=InnoDB COLLATE=utf8mb4_bin");
  private static final SchemaObject ID = column("id", "int NOT NULL");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(10)                  | varchar(20)                    | ",
        "varchar(20)                  | varchar(10)                    | NARROW_TYPE REWRITE_TABLE",
        "int                          | bigint                         | REWRITE_TABLE",
        "bigint                       | int                            | NARROW_TYPE REWRITE_TABLE",
        "int                          | int unsigned                   | NARROW_TYPE REWRITE_TABLE",
        "enum('a')                    | enum('a','b')                  | ",
        "enum('a','b')                | enum('b')                      | NARROW_TYPE REWRITE_TABLE",
        "int                          | int NOT NULL                   | VALIDATE_ROWS",
        "int NOT NULL                 | int                            | ",
        "int DEFAULT '1'              | int DEFAULT '2'                | ",
        "text COLLATE utf8mb4_bin     | text COLLATE latin1_bin        | NARROW_TYPE REWRITE_TABLE",
        "text COLLATE utf8mb4_bin     | text COLLATE utf8mb4_general_ci | REWRITE_TABLE",
        "point                        | point SRID 4326                | VALIDATE_ROWS",
        "int                          | int GENERATED ALWAYS AS (1) VIRTUAL | DROP_COLUMN REWRITE_TABLE",
        "int GENERATED ALWAYS AS (1) STORED | int GENERATED ALWAYS AS (2) STORED | REWRITE_TABLE",
      })
  void a_change_of_a_column_says_what_it_may_cost(String before, String after, String hazards) {
    RepairScript script = script(List.of(ID, column("c", before)), List.of(ID, column("c", after)));

    assertThat(changes(script)).hasSize(1);
    assertThat(changes(script).get(0).hazards())
        .containsExactlyInAnyOrderElementsOf(
            hazards == null
                ? Set.of()
                : Arrays.stream(hazards.split(" ", -1)).map(Hazard::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRIMARY KEY (id)            |                          | REWRITE_TABLE",
        "PRIMARY KEY (id)            | PRIMARY KEY (id, second) | REWRITE_TABLE VALIDATE_ROWS",
        "                            | PRIMARY KEY (id)         | VALIDATE_ROWS",
      })
  void a_primary_key_that_goes_takes_a_copy_of_the_table(
      @Nullable String before, @Nullable String after, String hazards) {
    RepairScript script = script(primaryKey(before), primaryKey(after));

    assertThat(changes(script))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.hazards().stream().map(Hazard::name).sorted())
                    .containsExactly(hazards.split(" ", -1)));
  }

  private static List<SchemaObject> primaryKey(@Nullable String definition) {
    return definition == null
        ? List.of(ID)
        : List.of(ID, object(CONSTRAINT, "orders.PRIMARY", "orders", definition));
  }

  @Test
  void what_destroys_values_is_a_statement_of_its_own_and_comes_last() {
    RepairScript script =
        script(
            List.of(ID, column("old", "int")),
            List.of(
                ID,
                column("`select`", "int"),
                object(INDEX, "orders.i", "orders", "INDEX (`select`)")));

    assertThat(changes(script))
        .containsExactly(
            new RepairStatement(
                "ALTER TABLE orders ADD COLUMN `select` int, ADD KEY i (`select`)",
                "table orders",
                Set.of(),
                false),
            new RepairStatement(
                "ALTER TABLE orders DROP COLUMN old",
                "column orders.old",
                Set.of(Hazard.DROP_COLUMN),
                false));
  }

  @Test
  void only_what_is_wanted_is_changed() {
    SchemaSnapshot from = snapshot(List.of(ORDERS, ID, column("a", "int"), column("b", "int")));
    SchemaSnapshot to = snapshot(List.of(ORDERS, ID, column("a", "bigint")));
    SchemaDiff all = SchemaDiffer.compare(from, to);
    SchemaDiff wanted =
        new SchemaDiff(all.changes().stream().filter(c -> c.name().equals("orders.a")).toList());

    assertThat(changes(new MySqlReconciler().script(from, to, wanted)))
        .extracting(RepairStatement::sql)
        .containsExactly("ALTER TABLE orders MODIFY COLUMN a bigint");
  }

  @Test
  void a_comment_is_part_of_what_it_describes() {
    SchemaObject comment = object(COMMENT, "column orders.id", "orders", "it's");

    assertThat(sql(script(List.of(ID), List.of(ID, comment))))
        .containsExactly("ALTER TABLE orders MODIFY COLUMN id int NOT NULL COMMENT 'it''s'");
    assertThat(sql(script(List.of(ID, comment), List.of(column("id", "bigint NOT NULL"), comment))))
        .containsExactly("ALTER TABLE orders MODIFY COLUMN id bigint NOT NULL COMMENT 'it''s'");
  }

  @Test
  void a_foreign_key_makes_room_for_a_change_of_its_column() {
    SchemaObject key =
        object(
            CONSTRAINT,
            "orders.to_self",
            "orders",
            "FOREIGN KEY (parent) REFERENCES orders (id) ON DELETE CASCADE ON UPDATE NO ACTION");

    assertThat(
            sql(
                script(
                    List.of(ID, column("parent", "int"), key),
                    List.of(column("id", "bigint NOT NULL"), column("parent", "bigint"), key))))
        .containsExactly(
            "ALTER TABLE orders DROP FOREIGN KEY to_self",
            "ALTER TABLE orders MODIFY COLUMN id bigint NOT NULL, MODIFY COLUMN parent bigint",
            "ALTER TABLE orders ADD CONSTRAINT to_self FOREIGN KEY (parent) REFERENCES orders (id)"
                + " ON DELETE CASCADE ON UPDATE NO ACTION");
  }

  @Test
  void views_come_after_those_that_they_select_from() {
    SchemaObject top = object(VIEW, "a", null, "SQL SECURITY INVOKER AS select `b`.`x` from `b`");
    SchemaObject middle =
        object(VIEW, "b", null, "ALGORITHM=MERGE SQL SECURITY DEFINER AS select 1 AS `x` from `c`");
    SchemaObject bottom =
        object(VIEW, "c", null, "DEFINER=`u`@`%` SQL SECURITY DEFINER AS select 1 AS `x`");

    assertThat(sql(script(List.of(ID), List.of(ID, top, middle, bottom))))
        .containsExactly(
            "CREATE OR REPLACE ALGORITHM=UNDEFINED DEFINER=`u`@`%` SQL SECURITY DEFINER VIEW c AS select 1 AS `x`",
            "CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY DEFINER VIEW b AS select 1 AS `x` from `c`",
            "CREATE OR REPLACE ALGORITHM=UNDEFINED SQL SECURITY INVOKER VIEW a AS select `b`.`x` from `b`");
  }

  @Test
  void a_view_keeps_the_names_of_its_columns_and_its_sort() {
    SchemaObject named =
        object(VIEW, "v", null, "SQL SECURITY INVOKER (`a`,`)``(`) AS select 1 AS `x`,2 AS `y`");
    SchemaObject document =
        object(VIEW, "v", null, "SQL SECURITY INVOKER JSON RELATIONAL DUALITY AS select 1 AS `x`");

    assertThat(sql(script(List.of(document), List.of(named))))
        .containsExactly(
            "DROP VIEW v",
            "CREATE OR REPLACE ALGORITHM=UNDEFINED SQL SECURITY INVOKER VIEW v (`a`,`)``(`) AS"
                + " select 1 AS `x`,2 AS `y`");
    assertThat(sql(script(List.of(), List.of(document))))
        .containsExactly(
            "CREATE OR REPLACE ALGORITHM=UNDEFINED SQL SECURITY INVOKER JSON RELATIONAL DUALITY"
                + " VIEW v AS select 1 AS `x`");
  }

  @Test
  void a_trigger_comes_at_its_place_and_under_its_own_settings() {
    String body = " FOR EACH ROW SQL_MODE='ANSI_QUOTES' set @a = 1";
    SchemaObject first = object(TRIGGER, "orders.a", "orders", "BEFORE INSERT" + body);
    SchemaObject second =
        object(
            TRIGGER,
            "orders.b",
            "orders",
            "BEFORE INSERT FOR EACH ROW PRECEDES a SQL_MODE='' set @b = 1");

    assertThat(script(List.of(ID, first), List.of(ID, first, second)).statements())
        .extracting(RepairStatement::sql)
        .containsExactly(
            "SET @schema_gitops_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ''",
            "CREATE TRIGGER b BEFORE INSERT ON orders FOR EACH ROW PRECEDES a set @b = 1",
            "SET SESSION sql_mode = @schema_gitops_sql_mode");
  }

  /** A proof that fails takes all statements of an object out of a script. */
  @Test
  void a_program_keeps_its_settings_when_another_one_is_left_out() {
    String body = "ON SCHEDULE EVERY 1 DAY TIME_ZONE='+01:00' SQL_MODE='ANSI_QUOTES' DO set @a = 1";
    RepairScript script =
        script(
            List.of(ID),
            List.of(ID, object(EVENT, "one", null, body), object(EVENT, "two", null, body)));

    assertThat(script.statements())
        .filteredOn(statement -> !statement.object().equals("event one"))
        .extracting(RepairStatement::sql)
        .containsExactly(
            "SET @schema_gitops_sql_mode = @@SESSION.sql_mode,"
                + " @schema_gitops_time_zone = @@SESSION.time_zone,"
                + " SESSION sql_mode = 'ANSI_QUOTES', SESSION time_zone = '+01:00'",
            "CREATE EVENT two ON SCHEDULE EVERY 1 DAY DO set @a = 1",
            "SET SESSION sql_mode = @schema_gitops_sql_mode,"
                + " SESSION time_zone = @schema_gitops_time_zone");
  }

  @Test
  void a_table_is_altered_in_strict_mode_so_that_values_are_not_made_to_fit() {
    RepairScript script =
        script(
            List.of(ID, column("a", "int"), column("b", "int")),
            List.of(ID, column("a", "int NOT NULL")));

    String set =
        "SET @schema_gitops_sql_mode = @@SESSION.sql_mode,"
            + " SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')";
    String restore = "SET SESSION sql_mode = @schema_gitops_sql_mode";
    assertThat(script.statements())
        .extracting(statement -> statement.object() + ": " + statement.sql())
        .containsExactly(
            "column orders.a: " + set,
            "column orders.a: ALTER TABLE orders MODIFY COLUMN a int NOT NULL",
            "column orders.a: " + restore,
            "column orders.b: " + set,
            "column orders.b: ALTER TABLE orders DROP COLUMN b",
            "column orders.b: " + restore);
  }

  @Test
  void what_cannot_be_written_is_said() {
    SchemaObject relative =
        object(
            EVENT,
            "soon",
            null,
            "ON SCHEDULE ONCE ON COMPLETION PRESERVE ENABLE TIME_ZONE='SYSTEM' SQL_MODE='' DO select 1");
    SchemaObject hidden = object(VIEW, "v", null, "SQL SECURITY DEFINER AS");

    RepairScript script = script(List.of(ID), List.of(ID, relative, hidden));

    assertThat(script.statements()).isEmpty();
    assertThat(script.impossible())
        .containsExactlyInAnyOrder(
            "event soon: its time is counted from when it is made",
            "view v: its definition was hidden from the login");
  }

  @Test
  void what_goes_is_fenced() {
    RepairScript script =
        new MySqlReconciler()
            .script(
                snapshot(List.of(ORDERS, ID, object(SEQUENCE, "s", null, "start with 1"))),
                snapshot(List.of()),
                SchemaDiffer.compare(
                    snapshot(List.of(ORDERS, ID, object(SEQUENCE, "s", null, "start with 1"))),
                    snapshot(List.of())));

    assertThat(script.statements())
        .extracting(s -> s.sql() + " " + s.hazards())
        .containsExactly("DROP TABLE orders [DROP_TABLE]", "DROP SEQUENCE s [DROP_SEQUENCE]");
  }

  private static List<String> sql(RepairScript script) {
    assertThat(script.impossible()).isEmpty();
    return changes(script).stream().map(RepairStatement::sql).toList();
  }

  /** Without the settings of the session. */
  private static List<RepairStatement> changes(RepairScript script) {
    return script.statements().stream().filter(s -> !s.sql().startsWith("SET ")).toList();
  }

  /** What belongs to the table {@code orders}, which is there before and after. */
  @Test
  void privileges_on_a_routine_are_not_lost_unasked() {
    SchemaObject one =
        object(PROCEDURE, "tidy", null, "() SQL SECURITY DEFINER SQL_MODE='' set @a = 1");
    SchemaObject two =
        object(PROCEDURE, "tidy", null, "() SQL SECURITY DEFINER SQL_MODE='' set @a = 2");
    SchemaObject event =
        object(EVENT, "e", null, "ON SCHEDULE EVERY 1 DAY SQL_MODE='' DO set @a = 1");
    SchemaObject later =
        object(EVENT, "e", null, "ON SCHEDULE EVERY 1 DAY SQL_MODE='' DO set @a = 2");

    RepairScript mySql = script(List.of(one, event), List.of(two, later));
    RepairScript removal = script(List.of(one), List.of());
    SchemaSnapshot from = snapshot(MARIADB, List.of(one));
    SchemaSnapshot to = snapshot(MARIADB, List.of(two));
    RepairScript mariaDb = new MySqlReconciler().script(from, to, SchemaDiffer.compare(from, to));

    assertThat(mySql.statements())
        .filteredOn(statement -> !statement.isSafe())
        .allSatisfy(s -> assertThat(s.hazards()).containsExactly(Hazard.CHANGE_PRIVILEGES))
        .extracting(RepairStatement::sql)
        .containsExactly(
            "DROP PROCEDURE tidy", "CREATE PROCEDURE tidy () SQL SECURITY DEFINER\nset @a = 2");
    assertThat(removal.statements()).allMatch(RepairStatement::isSafe);
    assertThat(mariaDb.statements()).allMatch(RepairStatement::isSafe);
    assertThat(sql(mariaDb))
        .contains("CREATE OR REPLACE PROCEDURE tidy () SQL SECURITY DEFINER\nset @a = 2")
        .doesNotContain("DROP PROCEDURE tidy");
  }

  private static RepairScript script(List<SchemaObject> before, List<SchemaObject> after) {
    SchemaSnapshot from = snapshot(Stream.concat(Stream.of(ORDERS), before.stream()).toList());
    SchemaSnapshot to = snapshot(Stream.concat(Stream.of(ORDERS), after.stream()).toList());
    return new MySqlReconciler().script(from, to, SchemaDiffer.compare(from, to));
  }

  private static SchemaSnapshot snapshot(List<SchemaObject> objects) {
    return snapshot(MYSQL, objects);
  }

  private static SchemaSnapshot snapshot(int server, List<SchemaObject> objects) {
    return new SchemaSnapshot(
        server, objects, new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of()));
  }

  private static SchemaObject column(String name, String definition) {
    return object(COLUMN, "orders." + name, "orders", definition);
  }

  private static SchemaObject object(
      ObjectKind kind, String name, @Nullable String parent, String definition) {
    return new SchemaObject(kind, name, Optional.ofNullable(parent), definition);
  }
}
