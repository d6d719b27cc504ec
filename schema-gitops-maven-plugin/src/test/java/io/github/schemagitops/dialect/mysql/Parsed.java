package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.Statement;
import java.util.List;

/** What the parser makes of a text. */
final class Parsed {

  private Parsed() {}

  static Statement parse(String sql) {
    return new MySqlStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  static <S extends Statement> S parse(String sql, Class<S> kind) {
    return kind.cast(parse(sql));
  }

  static List<AlterAction> actions(String sql) {
    return parse(sql, AlterTable.class).actions();
  }

  static List<Statement> block(String sql) {
    return parse(sql, DoBlock.class).statements();
  }
}
