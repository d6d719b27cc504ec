package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.TracedServer.Product;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a statement does to tables.
 *
 * @param operation for people
 * @param sql the statement
 * @param table the table that it changes
 * @param mysql what MySQL does to that table, empty for nothing
 * @param mariadb what MariaDB does
 * @param partners tables that MySQL locks exclusively besides; MariaDB locks none
 */
record LockFact(
    String operation,
    String sql,
    String table,
    String mysql,
    String mariadb,
    List<String> partners) {

  static final String NOTHING = "";
  static final String INSTANT = "INSTANT (blocks nothing)";
  static final String NOCOPY = "NOCOPY, LOCK=NONE (blocks nothing)";
  static final String NOCOPY_INDEX = NOCOPY + ", index build";
  static final String NOCOPY_SHARED_INDEX = "NOCOPY, LOCK=SHARED (blocks writes), index build";
  static final String INPLACE = "INPLACE, LOCK=NONE (blocks nothing)";
  static final String INPLACE_INDEX = INPLACE + ", index build";
  static final String INPLACE_REBUILD = INPLACE + ", rewrite";
  static final String INPLACE_SHARED_INDEX = "INPLACE, LOCK=SHARED (blocks writes), index build";
  static final String INPLACE_SHARED_REBUILD = "INPLACE, LOCK=SHARED (blocks writes), rewrite";
  static final String INPLACE_SHARED_REBUILD_INDEX = INPLACE_SHARED_REBUILD + ", index build";
  static final String COPY = "COPY, LOCK=SHARED (blocks writes), rewrite";
  static final String COPY_INDEX = COPY + ", index build";
  static final String COPY_ONLINE = "COPY, LOCK=NONE (blocks nothing), rewrite";
  static final String COPY_ONLINE_INDEX = COPY_ONLINE + ", index build";
  static final String EXCLUSIVE = "EXCLUSIVE metadata lock (blocks everything)";

  static LockFact of(
      String operation,
      String table,
      String sql,
      String mysql,
      String mariadb,
      String... partners) {
    return new LockFact(operation, sql, table, mysql, mariadb, List.of(partners));
  }

  String expected(Product product) {
    return product == Product.MYSQL ? mysql : mariadb;
  }

  /** In the words of effects, sorted. */
  List<String> effects(Product product) {
    String own = expected(product);
    Stream<String> target =
        own.isEmpty() ? Stream.empty() : Stream.of("shadow." + table + ": " + own);
    Stream<String> others =
        product == Product.MYSQL
            ? partners.stream().map(p -> "shadow." + p + ": " + EXCLUSIVE)
            : Stream.empty();
    return Stream.concat(target, others).sorted().toList();
  }

  @Override
  public String toString() {
    return operation + ": " + sql;
  }
}
