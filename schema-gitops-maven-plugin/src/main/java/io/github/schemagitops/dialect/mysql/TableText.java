package io.github.schemagitops.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition of a table in a snapshot, taken apart; {@link TableQueries} wrote it.
 *
 * @param options engine, collation, row format and others, by name
 * @param periods name and columns, as in {@code PERIOD FOR valid (s, e)}
 * @param versioned whether the system keeps the history of its rows
 * @param partitions the clause, when it is partitioned
 */
record TableText(
    Map<String, String> options,
    List<String> periods,
    boolean versioned,
    Optional<String> partitions) {

  private static final String PARTITION = "PARTITION BY ";
  private static final String VERSIONING = "WITH SYSTEM VERSIONING";
  private static final Pattern PERIOD =
      Pattern.compile("PERIOD FOR (?:`(?:[^`]|``)*`|\\S+) \\([^)]*\\)");
  private static final Pattern OPTION =
      Pattern.compile("((?:(?:DATA|INDEX) DIRECTORY|[^ =]+))=('(?:[^']|'')*'|\\S*)");

  static TableText of(String definition) {
    int partition = ServerText.find(definition, PARTITION, 0);
    String head = partition < 0 ? definition : definition.substring(0, partition);
    List<String> periods = new ArrayList<>();
    Matcher period = PERIOD.matcher(head);
    while (period.find()) {
      periods.add(period.group());
    }
    String rest = PERIOD.matcher(head).replaceAll("");
    Map<String, String> options = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(rest);
    while (option.find()) {
      options.put(option.group(1), option.group(2));
    }
    return new TableText(
        options,
        periods,
        ServerText.find(rest, VERSIONING, 0) >= 0,
        partition < 0 ? Optional.empty() : Optional.of(definition.substring(partition)));
  }
}
