package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.PartitionDefinitionsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.PartitionFunctionDefinitionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableOptionCharsetContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableOptionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UidListContext;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a table is told beside its columns: options and partitions. */
final class OptionReader {

  /** {@code DATA DIRECTORY = '/x'}; the equals sign may be left out. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)(?:DEFAULT\\s+)?((?:DATA|INDEX|WITH\\s+SYSTEM|START)\\s+\\w+|'[^']*'|\\w+)\\s*=?\\s*(.*)",
          Pattern.DOTALL);

  private static final Set<String> WORDS = Set.of("engine", "charset", "collate", "row_format");

  private OptionReader() {}

  /** By name; where an option is said twice, the server takes the last. */
  static Map<String, String> options(List<TableOptionContext> nodes, SqlText sql) {
    Map<String, String> options = new HashMap<>();
    for (TableOptionContext node : nodes) {
      if (node instanceof TableOptionCharsetContext charset) {
        options.put(
            "charset",
            charset.charsetName() == null
                ? "default"
                : SqlText.plain(charset.charsetName()).toLowerCase(Locale.ROOT));
      } else {
        option(sql.text(node), options);
      }
    }
    return options;
  }

  private static void option(String written, Map<String, String> options) {
    Matcher option = OPTION.matcher(written);
    if (option.matches()) {
      String name = SqlText.plain(option.group(1)).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      String value = option.group(2).isEmpty() ? "" : SqlText.plain(option.group(2));
      options.put(name, WORDS.contains(name) ? value.toLowerCase(Locale.ROOT) : value);
    }
  }

  static Partitioning partitioning(@Nullable PartitionDefinitionsContext node, SqlText sql) {
    if (node == null) {
      return sql.leavesUnread("PARTITION BY")
          ? new Partitioning(Optional.empty(), false, true, List.of())
          : Partitioning.NONE;
    }
    return new Partitioning(Optional.empty(), false, true, key(node.partitionFunctionDefinition()));
  }

  private static List<String> key(PartitionFunctionDefinitionContext function) {
    return Trees.outermost(function, UidListContext.class)
        .findFirst()
        .map(list -> list.uid().stream().map(SqlText::identifier).toList())
        .orElseGet(() -> List.copyOf(ColumnNames.in(function)));
  }
}
