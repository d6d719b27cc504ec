package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.block;
import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CallRoutine;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RunText;
import io.github.schemagitops.statement.SetText;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineParserTest {

  private static List<Statement> body(String code) {
    return parse("CREATE PROCEDURE d.p (IN a INT, OUT b INT) " + code, CreateRoutine.class).body();
  }

  @Test
  void routines_know_their_names() {
    CreateRoutine procedure =
        parse("CREATE DEFINER = x PROCEDURE d.p () SELECT 1", CreateRoutine.class);
    CreateRoutine function =
        parse("CREATE OR REPLACE FUNCTION F (a INT) RETURNS INT RETURN a", CreateRoutine.class);

    assertThat(procedure.name()).isEqualTo(QualifiedName.of("d", "p"));
    assertThat(procedure.orReplace()).isFalse();
    assertThat(function.name()).isEqualTo(QualifiedName.of("F"));
    assertThat(function.orReplace()).isTrue();
    assertThat(function.body()).isEmpty();
    assertThat(parse("CREATE PROCEDURE IF NOT EXISTS p () SELECT 1", CreateRoutine.class))
        .satisfies(routine -> assertThat(routine.orReplace()).isTrue());
  }

  @Test
  void what_changes_something_is_found_however_deep() {
    String code =
        """
        BEGIN
          DECLARE n INT DEFAULT 0;
          DECLARE done BOOL DEFAULT FALSE;
          DECLARE c CURSOR FOR SELECT id FROM t;
          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
          SET n = 1, @x = @@y;
          SET foreign_key_checks = 0;
          OPEN c;
          l: LOOP
            FETCH c INTO n;
            IF done THEN LEAVE l; ELSEIF n > 1 THEN UPDATE t SET a = 1; END IF;
            CASE n WHEN 1 THEN DELETE FROM t WHERE id = n; ELSE CALL q(n); END CASE;
            WHILE n > 0 DO ALTER TABLE t ADD COLUMN z int; END WHILE;
            REPEAT INSERT INTO t VALUES (1); UNTIL n = 0 END REPEAT;
          END LOOP;
          CLOSE c;
          SELECT COUNT(*) INTO n FROM t;
          SELECT f(n);
          SHOW TABLES;
          COMMIT;
        END\
        """;

    assertThat(body(code))
        .extracting(statement -> (Class) statement.getClass())
        .containsExactly(
            TransactionControl.class,
            SetVariable.class,
            Dml.class,
            Dml.class,
            CallRoutine.class,
            AlterTable.class,
            Dml.class,
            Dml.class,
            TransactionControl.class);
  }

  @Test
  void one_statement_needs_no_block() {
    assertThat(body("DROP TABLE t")).singleElement().isInstanceOf(DropObject.class);
  }

  @Test
  void code_that_only_mysql_knows_is_a_gap() {
    assertThat(
            body(
                "BEGIN UPDATE u, JSON_TABLE(u.a, '$' COLUMNS (x INT PATH '$')) j SET u.b = j.x; END"))
        .singleElement()
        .isInstanceOf(NotAnalysed.class);
  }

  @Test
  void blocks_run_at_once() {
    assertThat(block("BEGIN NOT ATOMIC DECLARE n INT; SET n = 1; DROP TABLE t; END"))
        .singleElement()
        .isInstanceOf(DropObject.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"CALL p | p", "call d.p(1, @x) | d.p", "CALL P(CONCAT('a', 'b')) | \"P\""})
  void calls(String sql, String name) {
    assertThat(parse(sql, CallRoutine.class).name()).hasToString(name);
  }

  @Test
  void constant_texts_are_read_in_place() {
    String text = "PREPARE s FROM 'ALTER TABLE t ADD c varchar(9) DEFAULT ''x'''";
    assertThat(block(text))
        .singleElement()
        .isInstanceOfSatisfying(
            AlterTable.class,
            alter -> {
              AlterAction.AddColumn add = (AlterAction.AddColumn) alter.actions().get(0);
              assertThat(add.column().defaultValue()).contains("'x'");
              assertThat(alter.span().in(text)).isEqualTo("ALTER TABLE t");
              assertThat(add.span().in(text)).startsWith("ADD c varchar(9)");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PREPARE s FROM 'DELETE FROM t WHERE a = ? AND b = \\'?\\''",
        "PREPARE s FROM \"DELETE FROM t WHERE a = ? AND b = '?'\"",
        "EXECUTE IMMEDIATE 'DELETE FROM t WHERE a = ?' USING 1",
        "execute immediate 'DELETE FROM t'",
      })
  void constants_may_have_quotes_and_places_for_values(String sql) {
    assertThat(block(sql))
        .singleElement()
        .isInstanceOfSatisfying(
            Dml.class, dml -> assertThat(dml.kind()).isEqualTo(Dml.Kind.DELETE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE IMMEDIATE CONCAT('DROP TABLE ', 't')",
      })
  void computed_texts_are_not_known(String sql) {
    assertThat(parse(sql, NotAnalysed.class).reason()).isEqualTo("dynamic SQL");
    assertThat(parse(sql).span().in(sql)).isEqualTo(sql);
  }

  @Test
  void executing_says_no_more_than_preparing() {
    assertThat(parse("EXECUTE s USING @a")).isInstanceOf(OtherStatement.class);
    assertThat(body("BEGIN PREPARE s FROM @x; EXECUTE s; DEALLOCATE PREPARE s; END"))
        .singleElement()
        .isInstanceOf(RunText.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PREPARE s FROM @Text", "EXECUTE IMMEDIATE @`text`", "prepare s from @text"})
  void variables_run(String sql) {
    assertThat(parse(sql, RunText.class).variable()).isEqualTo("@text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET @s = 'DROP TABLE t'",
        "SET @s := IF(@n > 0, 'DROP TABLE t', NULL)",
        "SET @s = (SELECT IF((SELECT count(*) FROM x WHERE a = 'b, c') > 0, NULL, 'DROP TABLE t'))",
        "SET @s = (SELECT IF(count(*) = 0, NULL, 'DROP TABLE t') FROM x)",
        "SET @s = CASE WHEN @a = 'x' THEN NULL WHEN @b THEN 'DROP TABLE t' ELSE NULL END",
        "SET @s = COALESCE(NULL, 'DROP TABLE t')",
      })
  void a_variable_may_hold_constants(String sql) {
    assertThat(parse(sql, SetText.class).statements())
        .singleElement()
        .isInstanceOfSatisfying(
            DoBlock.class,
            block -> assertThat(block.statements()).singleElement().isInstanceOf(DropObject.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET @s = CONCAT('DROP TABLE ', 't')",
        "SET @s = IF(@a, CONCAT('DROP TABLE ', @t), NULL)",
        "SET @s = @other",
        "SET @s = 'no statement'",
        "SET @s = REPLACE('DROP TABLE x', 'x', 't')",
        "SET @s = 'DROP TABLE ' 't'",
      })
  void what_a_variable_holds_may_be_computed(String sql) {
    assertThat(parse(sql, SetText.class).statements())
        .singleElement()
        .isInstanceOf(NotAnalysed.class);
  }

  @Test
  void settings_and_texts_are_told_apart() {
    assertThat(block("SET @a = 'SELECT 1', sql_mode = '', @b = @@sql_mode"))
        .hasExactlyElementsOfTypes(SetText.class, SetVariable.class);
  }
}
