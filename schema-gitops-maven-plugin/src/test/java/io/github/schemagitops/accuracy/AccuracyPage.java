package io.github.schemagitops.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.accuracy.Scores.OfKind;
import io.github.schemagitops.accuracy.Scores.OfRepairs;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.testing.Goldens;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code docs/accuracy.md}. Columns of servers that were not there are left as they are; {@code
 * -Dupdate.goldens=true} writes the others.
 */
final class AccuracyPage {

  private static final Path PAGE = Path.of("../docs/accuracy.md");
  private static final List<String> DIRECTIONS = List.of("revert", "adopt");

  private AccuracyPage() {}

  static void check(Map<TestedServer, Scores> measured) {
    check("summary", "", summaryRows(), measured, AccuracyPage::summary);
    check("kinds", "kind", kindRows(), measured, AccuracyPage::kinds);
    check("repairs", "", repairRows(), measured, AccuracyPage::repairs);
    check("unrepaired", "change", Comparator.naturalOrder(), measured, AccuracyPage::unrepaired);
  }

  private static void check(
      String section,
      String corner,
      Comparator<String> order,
      Map<TestedServer, Scores> measured,
      Function<Scores, Map<String, String>> cells) {
    ServerTable table = new ServerTable(corner, order);
    List<TestedServer> missing =
        Stream.of(TestedServer.values()).filter(server -> !measured.containsKey(server)).toList();
    table.keep(Goldens.section(PAGE, section), missing);
    measured.forEach(
        (server, scores) ->
            cells.apply(scores).forEach((row, cell) -> table.put(row, server, cell)));
    Goldens.checkSection(PAGE, section, table.markdown());
  }

  private static Comparator<String> summaryRows() {
    return ServerTable.inOrderOf(List.copyOf(summary(new Scores()).keySet()));
  }

  private static Map<String, String> summary(Scores scores) {
    OfKind total = scores.total();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("mutations", String.valueOf(total.mutations));
    cells.put("found", String.valueOf(total.found));
    cells.put("recall", percent(total.found, total.mutations));
    cells.put("histories that change nothing", String.valueOf(scores.histories()));
    cells.put("false alarms", String.valueOf(total.falseAlarms));
    cells.put("unknown", String.valueOf(total.unknown));
    return cells;
  }

  private static Comparator<String> kindRows() {
    return ServerTable.inOrderOf(Stream.of(ObjectKind.values()).map(ObjectKind::label).toList());
  }

  private static Map<String, String> kinds(Scores scores) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (ObjectKind kind : ObjectKind.values()) {
      scores
          .of(kind)
          .ifPresent(
              k ->
                  cells.put(
                      kind.label(),
                      "%d/%d · %d · %d".formatted(k.found, k.mutations, k.falseAlarms, k.unknown)));
    }
    return cells;
  }

  private static Comparator<String> repairRows() {
    return ServerTable.inOrderOf(List.copyOf(repairs(new Scores()).keySet()));
  }

  private static Map<String, String> repairs(Scores scores) {
    Map<String, String> cells = new LinkedHashMap<>();
    BiConsumer<String, Integer> put = (row, n) -> cells.put(row, String.valueOf(n));
    for (String direction : DIRECTIONS) {
      OfRepairs all = scores.repairs(direction);
      put.accept(direction + ": nothing to lose", all.safe + all.refuted);
      cells.put(direction + ": … of these proven", percent(all.safe, all.safe + all.refuted));
      put.accept(direction + ": a hazard to be named, proven", all.hazardous);
      put.accept(direction + ": no script", all.impossible.size());
      cells.put(direction + ": proven of all", percent(all.safe + all.hazardous, all.all()));
    }
    return cells;
  }

  private static Map<String, String> unrepaired(Scores scores) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String direction : DIRECTIONS) {
      scores
          .repairs(direction)
          .impossible
          .forEach(
              (title, why) -> cells.put("%s of “%s”: %s".formatted(direction, title, why), "no"));
    }
    return cells;
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  /** What the project promises; the page shows it. */
  static void checkPromises(Map<TestedServer, Scores> measured) {
    measured.forEach(
        (server, scores) -> {
          OfKind total = scores.total();
          assertThat(total.mutations)
              .as("mutations of %s", server.title())
              .isGreaterThanOrEqualTo(server.leastMutations());
          assertThat(total.found).isEqualTo(total.mutations);
          assertThat(total.falseAlarms).isZero();
          assertThat(total.unknown).isZero();
        });
  }
}
