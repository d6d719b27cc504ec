package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.FullColumnNameContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The columns that an expression is about. */
final class ColumnNames {

  private ColumnNames() {}

  /** In the order written. */
  static Set<String> in(ParserRuleContext expression) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(ParserRuleContext node, Set<String> names) {
    for (ParseTree child : node.children == null ? List.<ParseTree>of() : node.children) {
      if (child instanceof FullColumnNameContext column) {
        names.add(SqlText.name(column));
      } else if (child instanceof TerminalNode && child.getText().startsWith("`")) {
        // The grammar takes a quoted name in an expression for a string.
        names.add(SqlText.unquoted(child.getText()));
      } else if (child instanceof ParserRuleContext rule) {
        collect(rule, names);
      }
    }
  }
}
