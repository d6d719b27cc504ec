package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Views and materialized views. */
record ViewRepairs(Scene scene) implements Family {

  private static final int FIRST_WITH_ACCESS_METHOD = 15;

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(
        RepairStatement.safe(
            "CREATE " + statement(part, ViewDefinition.read(part.text())), part.title()));
  }

  private static String statement(Part part, ViewDefinition view) {
    return word(part)
        + " "
        + part.name()
        + view.method().map(m -> " USING " + m).orElse("")
        + view.options().map(o -> " WITH (" + Options.of(o).sql() + ")").orElse("")
        + view.tablespace().map(t -> " TABLESPACE " + t).orElse("")
        + " AS\n"
        + view.query();
  }

  private static String word(Part part) {
    return part.kind() == ObjectKind.VIEW ? "VIEW" : "MATERIALIZED VIEW";
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    String sql = "DROP %s %s".formatted(word(part), part.name());
    return List.of(
        part.kind() == ObjectKind.VIEW
            ? RepairStatement.safe(sql, part.title())
            : RepairStatement.hazardous(sql, part.title(), Hazard.DROP_MATERIALIZED_VIEW));
  }

  @Override
  public Repair change(Part before, Part after) {
    ViewDefinition old = ViewDefinition.read(before.text());
    ViewDefinition young = ViewDefinition.read(after.text());
    if (old.query().equals(young.query())) {
      return storage(after, old, young);
    }
    return after.kind() == ObjectKind.VIEW && young.hasColumnsOf(old)
        ? Repair.inPlace(
            RepairStatement.safe("CREATE OR REPLACE " + statement(after, young), after.title()))
        : new Repair.Anew();
  }

  private Repair storage(Part part, ViewDefinition old, ViewDefinition young) {
    List<RepairStatement> all = new ArrayList<>();
    if (!old.method().equals(young.method())) {
      if (scene.major() < FIRST_WITH_ACCESS_METHOD) {
        return new Repair.Anew();
      }
      all.add(
          alter(part, "SET ACCESS METHOD " + young.method().orElse("heap"), Hazard.REWRITE_TABLE));
    }
    if (!old.tablespace().equals(young.tablespace())) {
      all.add(
          alter(
              part,
              "SET TABLESPACE " + young.tablespace().orElse("pg_default"),
              Hazard.REWRITE_TABLE));
    }
    Options.of(young.options().orElse(""))
        .changesFrom(Options.of(old.options().orElse("")))
        .forEach(change -> all.add(alter(part, change)));
    return Repair.inPlace(all);
  }

  private static RepairStatement alter(Part part, String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER %s %s %s".formatted(word(part), part.name(), action), part.title(), hazards);
  }
}
