package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AnalyzeTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.OptimizeTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TablesContext;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.Maintenance.Kind;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;

/** Reads statements that write storage anew or look at it. */
final class MaintenanceReader {

  private MaintenanceReader() {}

  static Statement optimize(OptimizeTableContext node, SqlText sql) {
    return each(Kind.OPTIMIZE, node.tables(), sql.span(node));
  }

  static Statement analyze(AnalyzeTableContext node, SqlText sql) {
    return each(Kind.ANALYZE, node.tables(), sql.span(node));
  }

  private static Statement each(Kind kind, TablesContext tables, Span span) {
    List<Statement> statements =
        tables.tableName().stream()
            .<Statement>map(
                table ->
                    new Maintenance(
                        kind, ObjectType.TABLE, Optional.of(SqlText.name(table)), false, span))
            .toList();
    return statements.size() == 1 ? statements.get(0) : new DoBlock(statements, span);
  }
}
