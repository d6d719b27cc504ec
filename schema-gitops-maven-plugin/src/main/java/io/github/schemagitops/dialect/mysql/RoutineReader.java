package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CallStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateFunctionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateProcedureContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SqlStatementContext;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.CallRoutine;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads functions and procedures, what they do when somebody calls them, and calls. */
final class RoutineReader {

  private RoutineReader() {}

  static CreateRoutine procedure(CreateProcedureContext node, SqlText sql) {
    return new CreateRoutine(
        SqlText.name(node.fullId()),
        node.orReplace() != null || sql.leavesUnread("IF NOT EXISTS"),
        statements(node, sql),
        sql.head(node, node.fullId()));
  }

  static CreateRoutine function(CreateFunctionContext node, SqlText sql) {
    return new CreateRoutine(
        SqlText.name(node.fullId()),
        node.orReplace() != null || node.ifNotExists() != null,
        statements(node, sql),
        sql.head(node, node.fullId()));
  }

  static CallRoutine call(CallStatementContext node, SqlText sql) {
    return new CallRoutine(SqlText.name(node.fullId()), sql.span(node));
  }

  /** What procedural code may change, in the order written, however deep in loops and branches. */
  static List<Statement> statements(ParserRuleContext code, SqlText sql) {
    Set<String> variables = variables(code);
    return Trees.outermost(code, SqlStatementContext.class)
        .filter(RoutineReader::mayChange)
        .map(statement -> StatementReader.read(statement, sql))
        .filter(statement -> changes(statement, variables))
        .toList();
  }

  /** Looking at things and raising errors change nothing, unless a query calls a routine. */
  private static boolean mayChange(SqlStatementContext node) {
    boolean shows =
        node.administrationStatement() != null
            && node.administrationStatement().showStatement() != null;
    boolean selects =
        node.dmlStatement() != null
            && (node.dmlStatement().selectStatement() != null
                || node.dmlStatement().doStatement() != null);
    boolean calls =
        Trees.any(node, MariaDBParser.UdfFunctionCallContext.class::isInstance)
            && !Trees.any(node, MariaDBParser.SelectIntoExpressionContext.class::isInstance);
    return node.utilityStatement() == null && !shows && (!selects || calls);
  }

  private static boolean changes(Statement statement, Set<String> variables) {
    if (statement instanceof Dml dml && dml.kind() == Dml.Kind.SELECT) {
      return !dml.calls().isEmpty();
    }
    if (statement instanceof SetVariable set) {
      return !variables.contains(set.name());
    }
    if (statement instanceof DoBlock block) {
      return block.statements().stream().anyMatch(part -> changes(part, variables));
    }
    return !(statement instanceof OtherStatement other && isOfNoEffect(other));
  }

  /** Variables of the user's own, and what belongs to statements prepared before. */
  private static boolean isOfNoEffect(OtherStatement statement) {
    return Stream.of("SET", "EXECUTE", "DEALLOCATE", "DROP PREPARE").anyMatch(statement::begins);
  }

  /** The names that mean no setting, in lower case: parameters and declared variables. */
  private static Set<String> variables(ParserRuleContext code) {
    Stream<MariaDBParser.UidContext> parameters =
        Stream.concat(
            Trees.outermost(code, MariaDBParser.ProcedureParameterContext.class)
                .map(MariaDBParser.ProcedureParameterContext::uid),
            Trees.outermost(code, MariaDBParser.FunctionParameterContext.class)
                .map(MariaDBParser.FunctionParameterContext::uid));
    Stream<MariaDBParser.UidContext> declared =
        Trees.all(code, MariaDBParser.DeclareVariableContext.class)
            .flatMap(variable -> variable.uidList().uid().stream());
    return Stream.concat(parameters, declared)
        .map(name -> SqlText.identifier(name).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
