package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.CallRoutine;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Anonymous_blockContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Control_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Execute_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Plpgsql_queryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;

/** Reads procedural code that runs at once: {@code DO} blocks and what they execute. */
final class BlockReader {

  private BlockReader() {}

  /** The text inside a string constant, where it can be read in place. */
  private record Literal(String text, int offset) {}

  static Statement block(Anonymous_blockContext node, SqlText sql) {
    Span head = sql.span(node.DO().getSymbol(), node.DO().getSymbol());
    String language = language(node, sql);
    if (!language.equals("plpgsql")) {
      return new NotAnalysed("a DO block in the language " + language, head);
    }
    return node.sconst().stream()
        .filter(part -> !isLanguage(part))
        .findFirst()
        .flatMap(part -> literal(part, sql))
        .map(body -> inside(body, SQLParser::plpgsql_function, BlockReader::statements, sql, head))
        .orElseGet(() -> new NotAnalysed("a DO block in a string with escapes", head));
  }

  /** {@code EXECUTE} of a constant text is read like any SQL; of a computed one it cannot be. */
  static Statement execute(Execute_stmtContext node, SqlText sql) {
    Span span = sql.span(node);
    return constant(node.vex())
        .flatMap(text -> literal(text, sql))
        .map(text -> inside(text, SQLParser::sql, BlockReader::script, sql, span))
        .orElseGet(() -> new NotAnalysed("dynamic SQL", span));
  }

  static Statement call(ParserRuleContext node, SqlText sql) {
    return Trees.outermost(node, SQLParser.Schema_qualified_name_nontypeContext.class)
        .findFirst()
        .<Statement>map(name -> new CallRoutine(RowReader.name(name), sql.span(node)))
        .orElseGet(() -> StatementReader.other(node, sql));
  }

  /**
   * What a routine may run.
   *
   * @param text its code
   * @param span stands for code that cannot be read
   */
  static List<Statement> body(SconstContext text, String language, SqlText sql, Span span) {
    if (!language.equals("plpgsql") && !language.equals("sql")) {
      return List.of(new NotAnalysed("code in the language " + language, span));
    }
    Optional<Literal> code = literal(text, sql);
    if (code.isEmpty()) {
      return List.of(new NotAnalysed("code in a string with escapes", span));
    }
    Statement block =
        language.equals("sql")
            ? inside(code.get(), SQLParser::sql, BlockReader::script, sql, span)
            : inside(code.get(), SQLParser::plpgsql_function, BlockReader::statements, sql, span);
    return block instanceof DoBlock read ? read.statements() : List.of(block);
  }

  private static <C extends ParserRuleContext> Statement inside(
      Literal literal,
      Function<SQLParser, C> rule,
      BiFunction<C, SqlText, Stream<Statement>> reader,
      SqlText sql,
      Span span) {
    try {
      C tree = Grammar.parse(literal.text(), rule);
      SqlText text = new SqlText(sql.sql(), literal.offset());
      return new DoBlock(reader.apply(tree, text).toList(), span);
    } catch (Grammar.Unreadable e) {
      return new NotAnalysed(e.reason(), e.where(literal.offset()));
    }
  }

  private static Stream<Statement> script(SQLParser.SqlContext tree, SqlText sql) {
    return tree.statement().stream().map(statement -> StatementReader.read(statement, sql));
  }

  /** Every statement of a block that can change something, however deep in loops and branches. */
  private static Stream<Statement> statements(ParserRuleContext node, SqlText sql) {
    if (node instanceof Function_statementContext statement) {
      return statement(statement, sql);
    }
    return Trees.children(node).flatMap(child -> statements(child, sql));
  }

  private static Stream<Statement> statement(Function_statementContext node, SqlText sql) {
    Optional<Control_statementContext> control = Optional.ofNullable(node.control_statement());
    if (control.filter(c -> c.CALL() != null).isPresent()) {
      return Stream.of(call(node, sql));
    }
    Optional<SQLParser.Perform_stmtContext> perform =
        Optional.ofNullable(node.base_statement())
            .flatMap(base -> Optional.ofNullable(base.perform_stmt()));
    if (perform.isPresent()) {
      return RowReader.calls(perform.get()).stream()
          .map(
              name ->
                  new Dml(
                      Dml.Kind.SELECT,
                      List.of(),
                      Dml.Rows.SOME,
                      true,
                      false,
                      List.of(name),
                      sql.span(node)));
    }
    if (control.isPresent() || node.function_block() != null) {
      return Trees.children(node).flatMap(child -> statements(child, sql));
    }
    boolean changes =
        node.schema_statement() != null
            || node.additional_statement() != null
            || node.transaction_statement() != null
            || (node.plpgsql_query() != null && !isSelect(node.plpgsql_query()));
    return changes ? Stream.of(StatementReader.read(node, sql)) : Stream.of();
  }

  /** In procedural code, {@code SELECT … INTO} fills variables. */
  private static boolean isSelect(Plpgsql_queryContext node) {
    return node.data_statement() != null && node.data_statement().select_stmt() != null;
  }

  private static String language(Anonymous_blockContext node, SqlText sql) {
    String written =
        Optional.ofNullable(node.identifier())
            .map(SqlText::identifier)
            .or(
                () ->
                    node.sconst().stream()
                        .filter(BlockReader::isLanguage)
                        .map(sql::text)
                        .findFirst())
            .orElse("plpgsql");
    return written.replace("'", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isLanguage(SconstContext node) {
    ParserRuleContext parent = node.getParent();
    int index = parent.children.indexOf(node);
    return index > 0
        && parent.children.get(index - 1) instanceof TerminalNode word
        && word.getSymbol().getType() == SQLLexer.LANGUAGE;
  }

  /** The string constant that an expression consists of, when it is nothing else. */
  private static Optional<SconstContext> constant(ParseTree expression) {
    ParseTree node = expression;
    while (!(node instanceof SconstContext) && node.getChildCount() == 1) {
      node = node.getChild(0);
    }
    return node instanceof SconstContext text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Literal> literal(SconstContext node, SqlText sql) {
    if (node.BeginDollarStringConstant() != null) {
      int from = node.BeginDollarStringConstant().getSymbol().getStopIndex() + 1 + sql.base();
      int to = node.EndDollarStringConstant().getSymbol().getStartIndex() + sql.base();
      return Optional.of(new Literal(sql.sql().substring(from, to), from));
    }
    String written = sql.text(node);
    boolean plain = written.startsWith("'") && written.indexOf('\'', 1) == written.length() - 1;
    return plain
        ? Optional.of(
            new Literal(written.substring(1, written.length() - 1), sql.span(node).offset() + 1))
        : Optional.empty();
  }
}
