package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.block;
import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.LockTable;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.SetVariable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectParserTest {

  @Test
  void an_index_with_everything() {
    CreateIndex index =
        parse(
            "CREATE UNIQUE INDEX i USING HASH ON d.t (a(3), (b + 1) DESC) ALGORITHM=INPLACE LOCK none",
            CreateIndex.class);

    assertThat(index.index().name()).contains("i");
    assertThat(index.index().unique()).isTrue();
    assertThat(index.index().keys()).containsExactly("a", "(b + 1)");
    assertThat(index.index().method()).contains("hash");
    assertThat(index.table()).isEqualTo(QualifiedName.of("d", "t"));
    assertThat(index.online())
        .isEqualTo(new OnlineClause(Optional.of("INPLACE"), Optional.of("NONE")));
    assertThat(index.span().in("CREATE UNIQUE INDEX i")).isEqualTo("CREATE UNIQUE INDEX");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "CREATE INDEX i ON t (a)                            | -        | false",
        "CREATE FULLTEXT INDEX i ON t (a) WITH PARSER ngram | fulltext | false",
        "CREATE SPATIAL INDEX i ON t (a)                    | spatial  | false",
        "CREATE UNIQUE INDEX i ON t (a) USING BTREE         | btree    | true",
      })
  void indexes_are_built_in_different_ways(String sql, String method, boolean unique) {
    CreateIndex index = parse(sql, CreateIndex.class);

    assertThat(index.index().method()).isEqualTo(Optional.ofNullable(method));
    assertThat(index.index().unique()).isEqualTo(unique);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create or replace view V as select * from t             | true  | true",
        "CREATE ALGORITHM=MERGE VIEW V AS SELECT t.*, 1 FROM t   | false | true",
        "CREATE VIEW V AS SELECT a, count(*) AS n FROM t         | false | false",
        "CREATE VIEW V AS WITH c AS (SELECT 1 AS n) SELECT n FROM c | false | false",
        "CREATE VIEW IF NOT EXISTS V AS SELECT a * 2 FROM t      | false | false",
        "ALTER VIEW V AS SELECT a FROM t                         | true  | false",
      })
  void views(String sql, boolean orReplace, boolean selectsAll) {
    CreateView view = parse(sql, CreateView.class);

    assertThat(view.name()).isEqualTo(QualifiedName.of("V"));
    assertThat(view.orReplace()).isEqualTo(orReplace);
    assertThat(view.selectsAll()).isEqualTo(selectsAll);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE TRIGGER a BEFORE INSERT ON d.t FOR EACH ROW SET new.a = 1            | false",
        "CREATE OR REPLACE TRIGGER a AFTER UPDATE ON d.t FOR EACH ROW DELETE FROM u  | true",
        "CREATE TRIGGER IF NOT EXISTS a AFTER DELETE ON d.t FOR EACH ROW BEGIN END   | false",
        "CREATE TRIGGER a BEFORE INSERT ON d.t FOR EACH ROW SET NEW.a = (SELECT x FROM u, JSON_TABLE(u.a, '$' COLUMNS (x INT PATH '$')) j) | false",
      })
  void triggers(String sql, boolean orReplace) {
    CreateTrigger trigger = parse(sql, CreateTrigger.class);

    assertThat(trigger.name()).isEqualTo("a");
    assertThat(trigger.table()).isEqualTo(QualifiedName.of("d", "t"));
    assertThat(trigger.orReplace()).isEqualTo(orReplace);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE IF EXISTS a, b.c CASCADE | TABLE    | a b.c | true",
        "DROP TABLES a, b                    | TABLE    | a b   | false",
        "DROP VIEW a, b                      | VIEW     | a b   | false",
        "drop index i on t                   | INDEX    | i     | false",
        "DROP TRIGGER IF EXISTS d.r          | TRIGGER  | d.r   | true",
        "DROP PROCEDURE p                    | ROUTINE  | p     | false",
        "DROP FUNCTION IF EXISTS f           | ROUTINE  | f     | true",
        "DROP DATABASE d                     | DATABASE | d     | false",
        "DROP SCHEMA IF EXISTS d             | DATABASE | d     | true",
        "DROP SEQUENCE s                     | SEQUENCE | s     | false",
        "DROP EVENT e                        | OTHER    | e     | false",
      })
  void drops(String sql, ObjectType type, String names, boolean ifExists) {
    DropObject drop = parse(sql, DropObject.class);

    assertThat(drop.type()).isEqualTo(type);
    assertThat(drop.names()).extracting(QualifiedName::toString).containsExactly(names.split(" "));
    assertThat(drop.ifExists()).isEqualTo(ifExists);
    assertThat(drop.table())
        .isEqualTo(
            type == ObjectType.INDEX ? Optional.of(QualifiedName.of("t")) : Optional.empty());
  }

  @Test
  void storage_is_written_anew() {
    assertThat(parse("OPTIMIZE TABLE d.t", Maintenance.class))
        .satisfies(done -> assertThat(done.kind()).isEqualTo(Maintenance.Kind.OPTIMIZE))
        .satisfies(done -> assertThat(done.target()).contains(QualifiedName.of("d", "t")));
    assertThat(block("ANALYZE TABLE a, b"))
        .extracting(statement -> ((Maintenance) statement).kind())
        .containsExactly(Maintenance.Kind.ANALYZE, Maintenance.Kind.ANALYZE);
  }

  @Test
  void tables_are_locked() {
    assertThat(parse("LOCK TABLES a READ LOCAL, b AS x READ", LockTable.class))
        .satisfies(lock -> assertThat(lock.mode()).isEqualTo("READ"))
        .satisfies(
            lock ->
                assertThat(lock.tables())
                    .containsExactly(QualifiedName.of("a"), QualifiedName.of("b")));
    assertThat(block("LOCK TABLES a WRITE, b READ, c LOW_PRIORITY WRITE"))
        .satisfiesExactly(
            write -> {
              assertThat(((LockTable) write).mode()).isEqualTo("WRITE");
              assertThat(((LockTable) write).tables())
                  .isEqualTo(List.of(QualifiedName.of("a"), QualifiedName.of("c")));
            },
            read -> assertThat(((LockTable) read).mode()).isEqualTo("READ"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SET foreign_key_checks = 0               | foreign_key_checks | 0",
        "SET SESSION SQL_MODE = 'ANSI'            | sql_mode           | ANSI",
        "SET GLOBAL max_connections := 10         | max_connections    | 10",
        "SET @@session.sql_mode = \"\"            | sql_mode           | ~~",
        "SET @@lock_wait_timeout = 5              | lock_wait_timeout  | 5",
        "SET PERSIST event_scheduler = ON         | event_scheduler    | ON",
        "SET sql_mode = DEFAULT                   | sql_mode           | ~~",
        "SET sql_mode = CONCAT(@@sql_mode, ',X')  | sql_mode           | CONCAT(@@sql_mode, ',X')",
        "SET autocommit = 0                       | autocommit         | 0",
        "SET @old = @@sql_mode, sql_mode = ''     | sql_mode           | ~~",
      })
  void settings(String sql, String name, String value) {
    SetVariable set = parse(sql, SetVariable.class);

    assertThat(set.name()).isEqualTo(name);
    assertThat(set.value()).isEqualTo(value);
  }

  @Test
  void several_settings_at_once() {
    assertThat(block("SET foreign_key_checks = 0, @x = @@x, unique_checks = 0"))
        .extracting(statement -> ((SetVariable) statement).name())
        .containsExactly("foreign_key_checks", "unique_checks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET @x = @@sql_mode", "SET @x := @@x, @y = @@y", "SET NAMES utf8mb4"})
  void variables_of_the_user_set_nothing(String sql) {
    assertThat(parse(sql)).isInstanceOf(OtherStatement.class);
  }
}
