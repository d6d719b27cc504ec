package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads functions and procedures: what they do when somebody calls them. */
final class RoutineReader {

  private RoutineReader() {}

  static CreateRoutine create(SQLParser.Create_function_statementContext node, SqlText sql) {
    SQLParser.Schema_qualified_nameContext name =
        node.function_parameters().schema_qualified_name();
    Span head = sql.head(node, name.getStop());
    return new CreateRoutine(
        SqlText.name(name),
        node.REPLACE() != null,
        body(node, head, sql),
        node.function_actions_common().stream()
            .noneMatch(action -> action.STABLE() != null || action.IMMUTABLE() != null),
        head);
  }

  private static List<Statement> body(
      SQLParser.Create_function_statementContext node, Span head, SqlText sql) {
    if (node.function_body() != null) {
      return node.function_body().statement().stream()
          .map(statement -> StatementReader.read(statement, sql))
          .toList();
    }
    Optional<SQLParser.SconstContext> text =
        node.function_actions_common().stream()
            .flatMap(action -> Stream.ofNullable(action.function_def()))
            .map(definition -> definition.definition)
            .findFirst();
    return text.map(constant -> BlockReader.body(constant, language(node), sql, head))
        .orElse(List.of());
  }

  private static String language(SQLParser.Create_function_statementContext node) {
    return node.function_actions_common().stream()
        .flatMap(action -> Stream.ofNullable(action.lang_name))
        .map(name -> SqlText.identifier(name).replace("'", "").toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("sql");
  }
}
