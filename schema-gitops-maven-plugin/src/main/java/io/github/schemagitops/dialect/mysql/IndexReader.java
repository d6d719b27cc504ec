package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddSpecialIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexOptionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexTypeContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SimpleIndexDeclarationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SpecialIndexDeclarationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UidContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UniqueKeyTableConstraintContext;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.OnlineClause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads indexes, wherever they are defined. */
final class IndexReader {

  private IndexReader() {}

  static CreateIndex create(CreateIndexContext node, SqlText sql) {
    Optional<String> category =
        Optional.ofNullable(node.indexCategory).map(word -> lowerCase(word.getText()));
    IndexDefinition index =
        new IndexDefinition(
            Optional.of(SqlText.identifier(node.uid())),
            keys(node.indexColumnNames(), sql),
            node.UNIQUE() != null,
            category
                .filter(word -> !word.equals("unique"))
                .or(() -> method(node.indexType(), node.indexOption())),
            false);
    return new CreateIndex(
        index,
        SqlText.name(node.tableName()),
        false,
        node.ifNotExists() != null,
        false,
        new OnlineClause(upperCase(node.algType), upperCase(node.lockType)),
        sql.span(node.getStart(), node.INDEX().getSymbol()));
  }

  /** {@code KEY}, {@code FULLTEXT} or {@code SPATIAL} beside a table's columns. */
  static IndexDefinition beside(MariaDBParser.IndexColumnDefinitionContext node, SqlText sql) {
    if (node instanceof SpecialIndexDeclarationContext special) {
      return special(special.uid(), special.indexColumnNames(), special.FULLTEXT(), sql);
    }
    SimpleIndexDeclarationContext simple = (SimpleIndexDeclarationContext) node;
    return plain(
        simple.uid(), simple.indexColumnNames(), simple.indexType(), simple.indexOption(), sql);
  }

  /** The index behind {@code UNIQUE KEY}, which may have expressions where the rule has none. */
  static IndexDefinition unique(UniqueKeyTableConstraintContext node, SqlText sql) {
    return new IndexDefinition(
        SqlText.identifier(Optional.ofNullable(node.index == null ? node.name : node.index)),
        keys(node.indexColumnNames(), sql),
        true,
        method(node.indexType(), node.indexOption()),
        false);
  }

  static IndexDefinition added(AlterByAddIndexContext node, SqlText sql) {
    return plain(node.uid(), node.indexColumnNames(), node.indexType(), node.indexOption(), sql);
  }

  static IndexDefinition added(AlterByAddSpecialIndexContext node, SqlText sql) {
    return special(node.uid(), node.indexColumnNames(), node.FULLTEXT(), sql);
  }

  private static IndexDefinition plain(
      @Nullable UidContext name,
      IndexColumnNamesContext columns,
      @Nullable IndexTypeContext type,
      List<IndexOptionContext> options,
      SqlText sql) {
    return new IndexDefinition(
        SqlText.identifier(Optional.ofNullable(name)),
        keys(columns, sql),
        false,
        method(type, options),
        false);
  }

  private static IndexDefinition special(
      @Nullable UidContext name,
      IndexColumnNamesContext columns,
      @Nullable TerminalNode fulltext,
      SqlText sql) {
    return new IndexDefinition(
        SqlText.identifier(Optional.ofNullable(name)),
        keys(columns, sql),
        false,
        Optional.of(fulltext == null ? "spatial" : "fulltext"),
        false);
  }

  private static List<String> keys(IndexColumnNamesContext node, SqlText sql) {
    return node.indexColumnName().stream().map(part -> key(part, sql)).toList();
  }

  private static String key(IndexColumnNameContext part, SqlText sql) {
    if (part.expression() == null) {
      return SqlText.column(part);
    }
    String written = sql.text(part.expression());
    return written.startsWith("(") ? written : "(" + written + ")";
  }

  /** {@code USING} may stand in front of the columns and behind them; the last one counts. */
  private static Optional<String> method(
      @Nullable IndexTypeContext type, List<IndexOptionContext> options) {
    return Stream.concat(
            Stream.ofNullable(type),
            options.stream().flatMap(option -> Stream.ofNullable(option.indexType())))
        .reduce((first, last) -> last)
        .map(using -> lowerCase(using.getStop().getText()));
  }

  static Optional<String> upperCase(@Nullable Token word) {
    return Optional.ofNullable(word).map(token -> token.getText().toUpperCase(Locale.ROOT));
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
