package io.github.schemagitops.dialect.mysql;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Parsers of full-text indexes and options of vector indexes: only the statement that would create
 * the table has them. Asked for where a table has such an index, once.
 */
final class KeyOptions {

  private static final Pattern OPTION =
      Pattern.compile("WITH PARSER `(?:[^`]|``)*`|`[A-Za-z_]+`='?[^' ]*'?");

  private final CatalogContext catalog;
  private final Map<String, String> statements = new HashMap<>();

  KeyOptions(CatalogContext catalog) {
    this.catalog = catalog;
  }

  /**
   * What stands behind the columns of a key, apart from its comment.
   *
   * @param key database, table and name
   * @param type of the index, as in the catalog
   */
  String of(List<String> key, String type) {
    if (!type.equals("FULLTEXT") && !type.equals("VECTOR")) {
      return "";
    }
    String name = Names.always(key.get(2));
    return statements
        .computeIfAbsent(
            Names.path(key.get(0), key.get(1)),
            table -> catalog.statementOf(key.get(0), key.get(1)))
        .lines()
        .filter(line -> line.startsWith("  %s KEY %s (".formatted(type, name)))
        .map(line -> options(line.substring(line.indexOf(name) + name.length())))
        .collect(joining());
  }

  private static String options(String columnsAndMore) {
    int columns = columnsAndMore.indexOf('(');
    int more = ServerText.find(columnsAndMore, ")", columns + 1);
    String text = columnsAndMore.substring(more).replaceAll(" COMMENT '(?:[^']|'')*'", "");
    return OPTION.matcher(text).results().map(MatchResult::group).collect(joining(" "));
  }
}
