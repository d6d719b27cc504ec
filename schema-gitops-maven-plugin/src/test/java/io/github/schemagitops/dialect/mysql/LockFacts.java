package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.LockFact.COPY;
import static io.github.schemagitops.dialect.mysql.LockFact.COPY_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.COPY_ONLINE;
import static io.github.schemagitops.dialect.mysql.LockFact.COPY_ONLINE_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.EXCLUSIVE;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE_REBUILD;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE_SHARED_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE_SHARED_REBUILD;
import static io.github.schemagitops.dialect.mysql.LockFact.INPLACE_SHARED_REBUILD_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.INSTANT;
import static io.github.schemagitops.dialect.mysql.LockFact.NOCOPY;
import static io.github.schemagitops.dialect.mysql.LockFact.NOCOPY_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.NOCOPY_SHARED_INDEX;
import static io.github.schemagitops.dialect.mysql.LockFact.NOTHING;
import static io.github.schemagitops.dialect.mysql.LockFact.of;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How MySQL 9.7 and MariaDB 11.8 change tables of InnoDB. */
final class LockFacts {

  /** The tables that the statements are about. */
  static final String[] TABLES = {
    """
    CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT NOT NULL DEFAULT 0, d DECIMAL(8,2),
      tiny VARCHAR(30), v VARCHAR(50), w VARCHAR(300), e ENUM('x','y'), s SET('p','q'), txt TEXT,
      pt POINT NOT NULL, KEY a_idx (a), CONSTRAINT b_check CHECK (b >= 0)) DEFAULT CHARSET=utf8mb4
    """,
    "CREATE TABLE parent (id INT PRIMARY KEY, x INT)",
    """
    CREATE TABLE child (id INT PRIMARY KEY, parent_id INT,
      CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id))
    """,
    "CREATE TABLE lone (id INT PRIMARY KEY, parent_id INT)",
    "CREATE TABLE heap (n INT)",
    // MySQL 9.7 rewrites an empty table where it would alter one with rows instantly.
    """
    INSERT INTO t (id, a, d, tiny, v, w, e, s, txt, pt)
      VALUES (1, 1, 1.5, 'a', 'b', 'c', 'x', 'p', 'd', ST_GeomFromText('POINT(1 2)'))
    """,
    "INSERT INTO lone VALUES (1, 1)",
    "INSERT INTO heap VALUES (1)",
    "INSERT INTO parent VALUES (1, 1)",
    "INSERT INTO child VALUES (1, 1)"
  };

  static final List<LockFact> ALL =
      List.of(
          // Columns come and go.
          of("add column", "t", "ALTER TABLE t ADD c INT", INSTANT, INSTANT),
          of("add column first", "t", "ALTER TABLE t ADD c INT FIRST", INSTANT, INSTANT),
          of(
              "add column with constant default",
              "t",
              "ALTER TABLE t ADD c INT NOT NULL DEFAULT 7 AFTER a",
              INSTANT,
              INSTANT),
          of(
              "add column with current time",
              "t",
              "ALTER TABLE t ADD c TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
              INSTANT,
              INSTANT),
          of(
              "add column with expression of now",
              "t",
              "ALTER TABLE t ADD c DATETIME DEFAULT (now())",
              COPY,
              INSTANT),
          of(
              "add auto-increment key",
              "heap",
              "ALTER TABLE heap ADD id INT AUTO_INCREMENT PRIMARY KEY",
              INPLACE_SHARED_REBUILD,
              INPLACE_SHARED_REBUILD),
          of(
              "add auto-increment column",
              "t",
              "ALTER TABLE t ADD c INT AUTO_INCREMENT UNIQUE",
              INPLACE_SHARED_REBUILD_INDEX,
              INPLACE_SHARED_REBUILD_INDEX),
          of(
              "add stored generated column",
              "t",
              "ALTER TABLE t ADD c INT AS (a + 1) STORED",
              COPY,
              COPY_ONLINE),
          of(
              "add virtual generated column",
              "t",
              "ALTER TABLE t ADD c INT AS (a + 1) VIRTUAL",
              INSTANT,
              INSTANT),
          of("drop column", "t", "ALTER TABLE t DROP COLUMN d", INSTANT, INSTANT),
          of("rename column", "t", "ALTER TABLE t RENAME COLUMN d TO dd", INSTANT, INSTANT),
          of("change, same type", "t", "ALTER TABLE t CHANGE d dd DECIMAL(8,2)", INSTANT, INSTANT),
          of(
              "reorder column",
              "t",
              "ALTER TABLE t MODIFY d DECIMAL(8,2) FIRST",
              INPLACE_REBUILD,
              INSTANT),
          of("set default", "t", "ALTER TABLE t ALTER a SET DEFAULT 5", INSTANT, INSTANT),
          of("drop default", "t", "ALTER TABLE t ALTER b DROP DEFAULT", INSTANT, INSTANT),
          of("column comment", "t", "ALTER TABLE t MODIFY a INT COMMENT 'n'", INSTANT, INSTANT),

          // Types.
          of("int to bigint", "t", "ALTER TABLE t MODIFY a BIGINT", COPY, COPY_ONLINE),
          of("widen decimal", "t", "ALTER TABLE t MODIFY d DECIMAL(12,2)", COPY, COPY_ONLINE),
          of("varchar to text", "t", "ALTER TABLE t MODIFY v TEXT", COPY, COPY_ONLINE),
          of("shrink varchar", "t", "ALTER TABLE t MODIFY v VARCHAR(20)", COPY, COPY_ONLINE),
          of(
              "character set of a column",
              "t",
              "ALTER TABLE t MODIFY v VARCHAR(50) CHARACTER SET latin1",
              COPY,
              COPY_ONLINE),
          of(
              "character set of the table",
              "t",
              "ALTER TABLE t CONVERT TO CHARACTER SET latin1",
              COPY,
              COPY_ONLINE),
          of("widen below 256 bytes", "t", "ALTER TABLE t MODIFY v VARCHAR(63)", INPLACE, INSTANT),
          of("widen above 255 bytes", "t", "ALTER TABLE t MODIFY w VARCHAR(400)", INPLACE, INSTANT),
          of(
              "widen across 255 bytes from below 128",
              "t",
              "ALTER TABLE t MODIFY tiny VARCHAR(64)",
              COPY,
              INSTANT),
          of(
              "widen across 255 bytes from above 127",
              "t",
              "ALTER TABLE t MODIFY v VARCHAR(64)",
              COPY,
              COPY_ONLINE),
          of(
              "to not null",
              "t",
              "ALTER TABLE t MODIFY a INT NOT NULL",
              INPLACE_REBUILD,
              INPLACE_REBUILD),
          of(
              "to null",
              "t",
              "ALTER TABLE t MODIFY b INT NULL DEFAULT 0",
              INPLACE_REBUILD,
              INPLACE_REBUILD),
          of("append to enum", "t", "ALTER TABLE t MODIFY e ENUM('x','y','z')", INSTANT, INSTANT),
          of("append to set", "t", "ALTER TABLE t MODIFY s SET('p','q','r')", INSTANT, INSTANT),
          of("reorder enum", "t", "ALTER TABLE t MODIFY e ENUM('y','x')", COPY, COPY_ONLINE),
          of("remove from enum", "t", "ALTER TABLE t MODIFY e ENUM('x')", COPY, COPY_ONLINE),
          of(
              "enum that needs another byte",
              "t",
              "ALTER TABLE t MODIFY e ENUM('x','y'," + members(3, 300) + ")",
              COPY,
              COPY_ONLINE),
          of("insert in enum", "t", "ALTER TABLE t MODIFY e ENUM('x','m','y')", COPY, COPY_ONLINE),

          // Indexes and keys.
          of("create index", "t", "CREATE INDEX i ON t (b)", INPLACE_INDEX, NOCOPY_INDEX),
          of("add index", "t", "ALTER TABLE t ADD INDEX i (b)", INPLACE_INDEX, NOCOPY_INDEX),
          of("unique index", "t", "CREATE UNIQUE INDEX i ON t (b)", INPLACE_INDEX, NOCOPY_INDEX),
          of(
              "first full-text index",
              "t",
              "CREATE FULLTEXT INDEX i ON t (txt)",
              INPLACE_SHARED_REBUILD_INDEX,
              INPLACE_SHARED_REBUILD_INDEX),
          of(
              "spatial index",
              "t",
              "CREATE SPATIAL INDEX i ON t (pt)",
              INPLACE_SHARED_INDEX,
              NOCOPY_SHARED_INDEX),
          of("drop index", "t", "DROP INDEX a_idx ON t", INPLACE, NOCOPY),
          of("rename index", "t", "ALTER TABLE t RENAME INDEX a_idx TO a_2", INPLACE, INSTANT),
          of(
              "visibility of an index",
              "t",
              "ALTER TABLE t ALTER INDEX a_idx /*M! IGNORED *//*!80000 INVISIBLE */",
              INPLACE,
              INSTANT),
          of(
              "other primary key",
              "t",
              "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)",
              INPLACE_REBUILD,
              INPLACE_REBUILD),
          of("drop primary key", "t", "ALTER TABLE t DROP PRIMARY KEY", COPY, COPY_ONLINE),

          // Foreign keys.
          of(
              "add foreign key",
              "lone",
              "ALTER TABLE lone ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id)",
              COPY_INDEX,
              COPY_ONLINE_INDEX,
              "parent"),
          of(
              "create table with foreign key",
              "fresh",
              "CREATE TABLE fresh (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id))",
              NOTHING,
              NOTHING,
              "parent"),
          of("alter parent", "parent", "ALTER TABLE parent ADD c INT", INSTANT, INSTANT, "child"),
          of(
              "index on parent",
              "parent",
              "CREATE INDEX i ON parent (x)",
              INPLACE_INDEX,
              NOCOPY_INDEX,
              "child"),
          of(
              "type in parent",
              "parent",
              "ALTER TABLE parent MODIFY x BIGINT",
              COPY,
              COPY_ONLINE,
              "child"),
          of("alter child", "child", "ALTER TABLE child ADD c INT", INSTANT, INSTANT),
          of(
              "drop foreign key",
              "child",
              "ALTER TABLE child DROP FOREIGN KEY child_parent",
              INPLACE,
              INSTANT,
              "parent"),

          // Constraints.
          of("add check", "t", "ALTER TABLE t ADD CONSTRAINT c2 CHECK (a > 0)", COPY, COPY_ONLINE),
          of("drop check", "t", "ALTER TABLE t DROP CONSTRAINT b_check", INSTANT, INSTANT),

          // Whole tables.
          of("rename table", "t", "RENAME TABLE t TO t2", INSTANT, INSTANT),
          of("rename by alter", "t", "ALTER TABLE t RENAME TO t2", INSTANT, INSTANT),
          of("rename parent", "parent", "RENAME TABLE parent TO p2", INSTANT, INSTANT, "child"),
          of("rename child", "child", "RENAME TABLE child TO c2", INSTANT, INSTANT, "parent"),
          of("engine", "t", "ALTER TABLE t ENGINE=InnoDB", INPLACE_REBUILD, INPLACE_REBUILD),
          of("force", "t", "ALTER TABLE t FORCE", INPLACE_REBUILD, INPLACE_REBUILD),
          of("optimize", "t", "OPTIMIZE TABLE t", INPLACE_REBUILD, INPLACE_REBUILD),
          of(
              "row format",
              "t",
              "ALTER TABLE t ROW_FORMAT=COMPRESSED",
              INPLACE_REBUILD,
              INPLACE_REBUILD),
          of(
              "key block size",
              "t",
              "ALTER TABLE t ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4",
              INPLACE_REBUILD,
              INPLACE_REBUILD),
          of(
              "partition",
              "lone",
              "ALTER TABLE lone PARTITION BY HASH (id) PARTITIONS 2",
              COPY,
              COPY_ONLINE),
          of("truncate", "t", "TRUNCATE TABLE t", EXCLUSIVE, EXCLUSIVE),
          of("drop table", "t", "DROP TABLE t", EXCLUSIVE, EXCLUSIVE),
          of("drop child", "child", "DROP TABLE child", EXCLUSIVE, EXCLUSIVE, "parent"),

          // What the statement itself asks for.
          of("explicit copy", "t", "ALTER TABLE t ADD c INT, ALGORITHM=COPY", COPY, COPY_ONLINE),
          of(
              "explicit copy of an index",
              "t",
              "CREATE INDEX i ON t (b) ALGORITHM=COPY",
              COPY_INDEX,
              COPY_ONLINE_INDEX),
          of(
              "explicit lock",
              "t",
              "ALTER TABLE t ADD INDEX i (b), LOCK=SHARED",
              INPLACE_SHARED_INDEX,
              NOCOPY_SHARED_INDEX),
          of(
              "explicit exclusive lock",
              "t",
              "ALTER TABLE t LOCK=EXCLUSIVE, ADD INDEX i (b)",
              "INPLACE, LOCK=EXCLUSIVE (blocks everything), index build",
              "NOCOPY, LOCK=EXCLUSIVE (blocks everything), index build"));

  private LockFacts() {}

  /** Members of an enum, by number. */
  private static String members(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "'" + number + "'")
        .collect(Collectors.joining(","));
  }
}
