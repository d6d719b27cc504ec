package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import org.junit.jupiter.api.Test;

class DoBlockTest {

  @Test
  void reads_the_statements_inside_a_do_block_wherever_they_are() {
    String sql =
        """
        DO $body$
        DECLARE n int; r record;
        BEGIN
          SELECT count(*) INTO n FROM pg_class;
          IF n > 3 AND NOT EXISTS (SELECT 1 FROM t) THEN
            CREATE INDEX i ON t (a);
          ELSE
            FOR r IN SELECT * FROM t LOOP
              UPDATE t SET a = 2;
              EXECUTE format('DROP TABLE %I', r.name);
              EXECUTE 'DROP TABLE t';
            END LOOP;
          END IF;
          BEGIN
            ALTER TABLE t DROP COLUMN a;
          EXCEPTION WHEN undefined_column THEN
            RAISE NOTICE 'gone';
            COMMIT;
          END;
          PERFORM f();
          CALL p();
        END $body$""";

    DoBlock block =
        (DoBlock) new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));

    assertThat(block.statements())
        .extracting(statement -> statement.span().in(sql))
        .containsExactly(
            "CREATE INDEX",
            "UPDATE t",
            "EXECUTE format('DROP TABLE %I', r.name)",
            "EXECUTE 'DROP TABLE t'",
            "ALTER TABLE t",
            "COMMIT",
            "PERFORM f()",
            "CALL p()");
    assertThat(block.statements().get(2))
        .isInstanceOfSatisfying(
            NotAnalysed.class, gap -> assertThat(gap.reason()).isEqualTo("dynamic SQL"));
    assertThat(((DoBlock) block.statements().get(3)).statements())
        .singleElement()
        .satisfies(drop -> assertThat(drop.span().in(sql)).isEqualTo("DROP TABLE"));
  }
}
