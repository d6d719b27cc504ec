package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extended statistics. */
final class StatisticsRepairs implements Family {

  private static final Pattern TARGET = Pattern.compile(" STATISTICS (\\d+)$");

  /** A statement and a target, {@code -1} without one. */
  private record Definition(String sql, String target) {

    static Definition read(String text) {
      Matcher target = TARGET.matcher(text);
      return target.find()
          ? new Definition(text.substring(0, target.start()), target.group(1))
          : new Definition(text, "-1");
    }
  }

  @Override
  public List<RepairStatement> create(Part part) {
    Definition definition = Definition.read(part.text());
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.safe(definition.sql(), part.title()));
    if (!definition.target().equals("-1")) {
      all.add(target(part, definition));
    }
    return all;
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(RepairStatement.safe("DROP STATISTICS " + part.name(), part.title()));
  }

  @Override
  public Repair change(Part before, Part after) {
    Definition old = Definition.read(before.text());
    Definition young = Definition.read(after.text());
    return old.sql().equals(young.sql()) ? Repair.inPlace(target(after, young)) : new Repair.Anew();
  }

  private static RepairStatement target(Part part, Definition definition) {
    return RepairStatement.safe(
        "ALTER STATISTICS %s SET STATISTICS %s".formatted(part.name(), definition.target()),
        part.title());
  }
}
