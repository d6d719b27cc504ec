package io.github.schemagitops.dialect.mysql;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.dialect.mysql.TracedServer.Product;
import io.github.schemagitops.trace.TableEffect;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MySqlLockFactsTest {
  static final String[] SETUP = {
    """
    CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT NOT NULL DEFAULT 0, d DECIMAL(8,2),
      v VARCHAR(50), w VARCHAR(300), e ENUM('x','y'), s SET('p','q'), txt TEXT,
      pt POINT NOT NULL, KEY a_idx (a), CONSTRAINT b_check CHECK (b >= 0)) DEFAULT CHARSET=utf8mb4
    """,
    "CREATE TABLE parent (id INT PRIMARY KEY, x INT)",
    "CREATE TABLE child (id INT PRIMARY KEY, parent_id INT, CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id))",
    "CREATE TABLE lone (id INT PRIMARY KEY, parent_id INT)",
    "INSERT INTO parent VALUES (1, 1)", "INSERT INTO child VALUES (1, 1)",
  };
  static final String[] STATEMENTS = {
    "ALTER TABLE t ADD c INT",
    "ALTER TABLE t ADD c INT FIRST",
    "ALTER TABLE t ADD c INT NOT NULL DEFAULT 7 AFTER a",
    "ALTER TABLE t ADD c TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
    "ALTER TABLE t ADD c DATETIME DEFAULT (now())",
    "ALTER TABLE t ADD c CHAR(36) DEFAULT (uuid())",
    "ALTER TABLE t ADD c INT AUTO_INCREMENT UNIQUE",
    "ALTER TABLE t ADD c INT AS (a + 1) STORED",
    "ALTER TABLE t ADD c INT AS (a + 1) VIRTUAL",
    "ALTER TABLE t DROP COLUMN d",
    "ALTER TABLE t RENAME COLUMN d TO dd",
    "ALTER TABLE t CHANGE d dd DECIMAL(8,2)",
    "ALTER TABLE t MODIFY d DECIMAL(8,2) FIRST",
    "ALTER TABLE t ALTER a SET DEFAULT 5",
    "ALTER TABLE t ALTER b DROP DEFAULT",
    "ALTER TABLE t MODIFY a INT COMMENT 'hello'",
    "ALTER TABLE t MODIFY a BIGINT",
    "ALTER TABLE t MODIFY d DECIMAL(12,2)",
    "ALTER TABLE t MODIFY v TEXT",
    "ALTER TABLE t MODIFY v VARCHAR(20)",
    "ALTER TABLE t MODIFY v VARCHAR(50) CHARACTER SET latin1",
    "ALTER TABLE t CONVERT TO CHARACTER SET latin1",
    "ALTER TABLE t MODIFY v VARCHAR(63)",
    "ALTER TABLE t MODIFY v VARCHAR(64)",
    "ALTER TABLE t MODIFY w VARCHAR(400)",
    "ALTER TABLE t MODIFY a INT NOT NULL",
    "ALTER TABLE t MODIFY b INT NULL DEFAULT 0",
    "ALTER TABLE t MODIFY e ENUM('x','y','z')",
    "ALTER TABLE t MODIFY s SET('p','q','r')",
    "ALTER TABLE t MODIFY e ENUM('y','x')",
    "ALTER TABLE t MODIFY e ENUM('x')",
    "ALTER TABLE t MODIFY e ENUM('x','m','y')",
    "CREATE INDEX i ON t (b)",
    "CREATE UNIQUE INDEX i ON t (b)",
    "ALTER TABLE t ADD INDEX i (b)",
    "CREATE FULLTEXT INDEX i ON t (txt)",
    "CREATE SPATIAL INDEX i ON t (pt)",
    "DROP INDEX a_idx ON t",
    "ALTER TABLE t RENAME INDEX a_idx TO a_idx2",
    "ALTER TABLE t ALTER INDEX a_idx /*M! IGNORED */ /*!80000 INVISIBLE */",
    "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)",
    "ALTER TABLE t DROP PRIMARY KEY",
    "ALTER TABLE lone ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id)",
    "CREATE TABLE fresh (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id))",
    "ALTER TABLE parent ADD c INT",
    "ALTER TABLE parent ADD INDEX i (x)",
    "ALTER TABLE parent MODIFY x BIGINT",
    "ALTER TABLE child ADD c INT",
    "ALTER TABLE child MODIFY parent_id INT NOT NULL",
    "ALTER TABLE t ADD CONSTRAINT c2 CHECK (a > 0)",
    "ALTER TABLE t DROP CONSTRAINT b_check",
    "ALTER TABLE child DROP FOREIGN KEY child_parent",
    "RENAME TABLE t TO t2",
    "RENAME TABLE parent TO parent2",
    "RENAME TABLE child TO child2",
    "ALTER TABLE t RENAME TO t2",
    "ALTER TABLE t ENGINE=InnoDB",
    "ALTER TABLE t FORCE",
    "OPTIMIZE TABLE t",
    "ALTER TABLE t ROW_FORMAT=COMPRESSED",
    "ALTER TABLE t ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4",
    "ALTER TABLE t PARTITION BY HASH (id) PARTITIONS 2",
    "ALTER TABLE t ADD c INT, ALGORITHM=COPY",
    "ALTER TABLE t ADD INDEX i (b), LOCK=SHARED",
    "ALTER TABLE t LOCK=EXCLUSIVE, ADD INDEX i (b)",
    "CREATE INDEX i ON t (b) ALGORITHM=COPY",
    "TRUNCATE TABLE t",
    "TRUNCATE child",
    "DROP TABLE t",
    "DROP TABLE child",
    "DROP TABLE child, parent",
  };

  @Test
  void explore() throws SQLException {
    for (Product p : Product.values()) {
      TracedServer server = TracedServer.of(p);
      for (String sql : STATEMENTS) {
        server.reset(SETUP);
        long start = System.nanoTime();
        String out;
        try {
          List<Observed> o = server.migrate(sql);
          out = o.get(0).effects().stream().map(e -> e.words() + " {" + e.detail().replaceAll("(; )?begins and ends.*|a brief excl.*|an excl.*","") + "}").collect(joining("; ")) + " " + o.get(0).unseen();
        } catch (SQLException e) {
          out = "FAILED " + e.getMessage();
        }
        System.out.println("FACT|" + p + "|" + sql + "|" + out + "|" + (System.nanoTime() - start) / 1000000 + " ms");
      }
      System.out.println(server.query("show databases"));
    }
  }
}
