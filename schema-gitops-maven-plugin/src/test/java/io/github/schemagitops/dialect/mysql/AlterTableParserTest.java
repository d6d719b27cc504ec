package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.actions;
import static io.github.schemagitops.dialect.mysql.Parsed.block;
import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlterTableParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add column n int                          | AddColumn",
        "add (a int, b int)                        | AddColumn AddColumn",
        "add (a int, key (a), primary key (a))     | AddColumn AddIndex AddConstraint",
        "drop column n                             | DropColumn",
        "drop n cascade                            | DropColumn",
        "modify n bigint not null default 3        | RedefineColumn",
        "modify n bigint unique                    | RedefineColumn AddConstraint",
        "change n m bigint                         | RenameColumn RedefineColumn",
        "change n N bigint                         | RedefineColumn",
        "rename column n to m                      | RenameColumn",
        "alter column n set default 3              | SetDefault",
        "alter n drop default                      | SetDefault",
        "add primary key (n)                       | AddConstraint",
        "add constraint u unique key (n)           | AddConstraint",
        "add constraint f foreign key (n) references p (id) | AddConstraint",
        "add constraint c check (n > 0)            | AddConstraint",
        "add constraint if not exists f foreign key (n) references p (id) | AddConstraint",
        "drop primary key                          | DropConstraint",
        "drop foreign key f                        | DropConstraint",
        "drop constraint c                         | DropConstraint",
        "drop check c                              | DropConstraint",
        "rename to b                               | RenameTable",
        "rename d.b                                | SetSchema RenameTable",
        "add index i (n), drop index j             | AddIndex ChangeIndex",
        "add fulltext (n), add spatial key g (m)   | AddIndex AddIndex",
        "rename key i to j                         | ChangeIndex",
        "convert to charset utf8mb4                | ConvertCharset",
        "add column n int, algorithm = instant     | AddColumn",
        "algorithm = inplace, lock = none          |",
      })
  void every_action_is_told(String written, String kinds) {
    assertThat(actions("ALTER TABLE t " + written))
        .extracting(action -> action.getClass().getSimpleName())
        .isEqualTo(kinds == null ? List.of() : List.of(kinds.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENGINE = InnoDB",
        "ROW_FORMAT=DYNAMIC",
        "AUTO_INCREMENT = 1000",
        "COMMENT='it''s'",
        "DEFAULT CHARACTER SET = utf8mb4",
        "FORCE",
        "ORDER BY a, b DESC",
        "DISABLE KEYS",
        "ALTER INDEX i INVISIBLE",
        "ALTER CHECK c NOT ENFORCED",
        "ALTER COLUMN c SET INVISIBLE",
        "SECONDARY_LOAD",
        "PARTITION BY HASH (id) PARTITIONS 4",
        "PARTITION BY KEY () PARTITIONS 4",
        "REORGANIZE PARTITION p INTO (PARTITION a VALUES LESS THAN (5), PARTITION b VALUES IN (1))",
        "ADD PARTITION PARTITIONS 4",
        "DROP PARTITION p, q",
        "TRUNCATE PARTITION ALL",
        "EXCHANGE PARTITION p WITH TABLE u WITHOUT VALIDATION",
        "REMOVE PARTITIONING",
        "ADD SYSTEM VERSIONING",
        "DISCARD TABLESPACE",
      })
  void anything_else_is_known_by_its_words(String action) {
    String sql = "ALTER TABLE t " + action;

    assertThat(actions(sql))
        .singleElement()
        .isInstanceOfSatisfying(
            AlterAction.OtherAction.class,
            other -> {
              assertThat(other.sql()).isEqualTo(action);
              assertThat(other.span().in(sql)).isEqualTo(action);
            });
  }

  @Test
  void options_are_one_action_each() {
    assertThat(actions("ALTER TABLE t ENGINE=InnoDB ROW_FORMAT=DYNAMIC, COMMENT='x', ADD a int"))
        .satisfiesExactly(
            engine -> assertThat(other(engine)).isEqualTo("ENGINE=InnoDB"),
            format -> assertThat(other(format)).isEqualTo("ROW_FORMAT=DYNAMIC"),
            comment -> assertThat(other(comment)).isEqualTo("COMMENT='x'"),
            add -> assertThat(add).isInstanceOf(AlterAction.AddColumn.class));
  }

  private static String other(AlterAction action) {
    return ((AlterAction.OtherAction) action).sql();
  }

  @Test
  void columns_are_said_again() {
    assertThat(actions("ALTER TABLE t MODIFY `N` varchar(9) NOT NULL DEFAULT 'x' AFTER `m n`"))
        .singleElement()
        .isInstanceOfSatisfying(
            AlterAction.RedefineColumn.class,
            change -> {
              assertThat(change.column()).isEqualTo("N");
              assertThat(change.definition().type()).isEqualTo(DataType.of("varchar", 9));
              assertThat(change.definition().notNull()).isTrue();
              assertThat(change.definition().defaultValue()).contains("'x'");
              assertThat(change.position()).contains("AFTER `m n`");
              assertThat(change.span().offset()).isEqualTo(14);
            });
    assertThat(actions("ALTER TABLE t CHANGE a b int FIRST"))
        .satisfiesExactly(
            rename -> assertThat(((AlterAction.RenameColumn) rename).to()).isEqualTo("b"),
            change -> {
              assertThat(((AlterAction.RedefineColumn) change).column()).isEqualTo("b");
              assertThat(((AlterAction.RedefineColumn) change).position()).contains("FIRST");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ALTER TABLE t ADD a int                                  | -       | -",
        "ALTER TABLE t ADD a int, ALGORITHM=INPLACE, LOCK=none    | INPLACE | NONE",
        "ALTER TABLE t LOCK shared, ADD a int, ALGORITHM COPY     | COPY    | SHARED",
        "ALTER TABLE t ALTER CHECK c ENFORCED, ALGORITHM=INSTANT  | INSTANT | -",
        "ALTER ONLINE TABLE t ADD a int                           | -       | NONE",
        "ALTER TABLE t ADD ALGORITHM int                          | -       | -",
      })
  void the_way_to_do_it_is_no_action(String sql, String algorithm, String lock) {
    AlterTable alter = parse(sql, AlterTable.class);

    assertThat(alter.online())
        .isEqualTo(new OnlineClause(Optional.ofNullable(algorithm), Optional.ofNullable(lock)));
    assertThat(alter.actions()).hasSize(1);
  }

  @Test
  void indexes_and_character_sets() {
    assertThat(
            actions(
                "ALTER TABLE t ADD INDEX i USING HASH (a(3) DESC, (b + 1)), RENAME INDEX i TO `J`,"
                    + " DROP KEY IF EXISTS k, CONVERT TO CHARACTER SET UTF8MB4 COLLATE utf8mb4_bin"))
        .satisfiesExactly(
            add ->
                assertThat(((AlterAction.AddIndex) add).index())
                    .isEqualTo(
                        new IndexDefinition(
                            Optional.of("i"),
                            List.of("a", "(b + 1)"),
                            false,
                            Optional.of("hash"),
                            false)),
            rename -> assertThat(((AlterAction.ChangeIndex) rename).newName()).contains("J"),
            drop -> {
              assertThat(((AlterAction.ChangeIndex) drop).index()).isEqualTo("k");
              assertThat(((AlterAction.ChangeIndex) drop).newName()).isEmpty();
            },
            convert -> {
              assertThat(((AlterAction.ConvertCharset) convert).charset()).isEqualTo("utf8mb4");
              assertThat(((AlterAction.ConvertCharset) convert).collation())
                  .contains("utf8mb4_bin");
            });
  }

  @Test
  void constraints_are_read_whole() {
    assertThat(
            actions(
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p.q (c) ON DELETE SET DEFAULT,"
                    + " ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED, ADD CHECK (b > 0)"))
        .extracting(action -> ((AlterAction.AddConstraint) action).constraint())
        .satisfiesExactly(
            key ->
                assertThat(key)
                    .isEqualTo(
                        new Constraint.ForeignKey(
                            Optional.of("f"),
                            List.of("a"),
                            QualifiedName.of("p", "q"),
                            List.of("c"),
                            false)),
            unchecked -> assertThat(unchecked.notValid()).isTrue(),
            check -> assertThat(check.notValid()).isFalse());
  }

  @Test
  void missing_tables_may_be_no_error() {
    assertThat(parse("ALTER TABLE IF EXISTS t ADD a int", AlterTable.class).ifExists()).isTrue();
    assertThat(parse("ALTER TABLE t NOWAIT ADD a int", AlterTable.class).ifExists()).isFalse();
  }

  @Test
  void tables_are_renamed_one_by_one() {
    AlterTable one = parse("RENAME TABLE a TO b.c", AlterTable.class);
    String several = "RENAME TABLES a TO b, c.d TO c.e";

    assertThat(one.table()).isEqualTo(QualifiedName.of("a"));
    assertThat(((AlterAction.SetSchema) one.actions().get(0)).schema()).isEqualTo("b");
    assertThat(((AlterAction.RenameTable) one.actions().get(1)).to()).isEqualTo("c");
    assertThat(parse(several).span().in(several)).isEqualTo(several);
    assertThat(block(several))
        .extracting(statement -> ((AlterTable) statement).table())
        .containsExactly(QualifiedName.of("a"), QualifiedName.of("c", "d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD COLUMN a int b int",
        "ADD COLUMN a NOTYPE, ALTER CHECK c ENFORCED",
        "nonsense",
        "ALTER CHECK nonsense nonsense",
      })
  void what_is_not_understood_is_said(String action) {
    assertThat(parse("ALTER TABLE t " + action)).isInstanceOf(NotAnalysed.class);
  }
}
