package io.github.schemagitops.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown table with a column for each server, whose rows come in a given order. */
final class ServerTable {

  private static final String NOTHING = "–";

  private final String corner;
  private final Map<String, Map<TestedServer, String>> rows;

  /**
   * Makes an empty table.
   *
   * @param corner what the rows are
   * @param order of the rows
   */
  ServerTable(String corner, Comparator<String> order) {
    this.corner = corner;
    this.rows = new TreeMap<>(order);
  }

  /** Rows in the order of a list. */
  static Comparator<String> inOrderOf(List<String> rows) {
    return Comparator.comparingInt(rows::indexOf);
  }

  void put(String row, TestedServer server, String cell) {
    rows.computeIfAbsent(row, r -> new TreeMap<>()).put(server, cell);
  }

  /** Takes the columns of some servers from an older version of the table. */
  void keep(String markdown, List<TestedServer> servers) {
    List<List<String>> lines = markdown.lines().map(ServerTable::cells).toList();
    for (List<String> line : lines.subList(Math.min(2, lines.size()), lines.size())) {
      for (TestedServer server : servers) {
        int column = lines.get(0).indexOf(server.title());
        if (column > 0 && !line.get(column).equals(NOTHING)) {
          put(line.get(0), server, line.get(column));
        }
      }
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList();
  }

  String markdown() {
    Stream<String> head =
        Stream.of(
            line(corner, Stream.of(TestedServer.values()).map(TestedServer::title)),
            "|---" + "|---:".repeat(TestedServer.values().length) + "|");
    Stream<String> body =
        rows.entrySet().stream()
            .map(
                row ->
                    line(
                        row.getKey(),
                        Stream.of(TestedServer.values())
                            .map(server -> row.getValue().getOrDefault(server, NOTHING))));
    return Stream.concat(head, body).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
