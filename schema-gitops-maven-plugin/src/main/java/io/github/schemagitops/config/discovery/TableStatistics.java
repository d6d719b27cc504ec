package io.github.schemagitops.config.discovery;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads about how many rows tables have: a file in YAML or JSON with a map {@code rows} of numbers
 * by table. What else it holds is not looked at.
 */
final class TableStatistics {

  private TableStatistics() {}

  static Map<String, Long> read(YamlFile file, Path path) {
    Map<String, Long> rows = new LinkedHashMap<>();
    Optional.ofNullable(file.read(path).get("rows")).map(file::entries).stream()
        .flatMap(tables -> tables.values().stream())
        .forEach(table -> rows.put(table.key(), number(table)));
    return rows;
  }

  private static long number(YamlFile.Entry table) {
    return table
        .text()
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    table.location(),
                    "the rows of %s are not a number".formatted(table.key()),
                    "write about how many rows the table has, for instance 5000000"));
  }
}
