package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes that no constraint stands for. */
record IndexRepairs(Scene scene) implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    IndexDefinition index = IndexDefinition.read(part.text());
    boolean mayExist = Inheritance.isShared(scene, part, true);
    String sql = index.sql(index.only() && !index.valid(), mayExist);
    return List.of(
        index.unique() && !isFresh(part)
            ? RepairStatement.hazardous(sql, part.title(), Hazard.VALIDATE_ROWS)
            : RepairStatement.safe(sql, part.title()));
  }

  /** The table is new, or had the same index before. */
  private boolean isFresh(Part part) {
    boolean filled =
        scene.from().has(Key.whole(ObjectKind.TABLE, part.table()))
            || scene.from().has(Key.whole(ObjectKind.MATERIALIZED_VIEW, part.table()));
    return !filled
        || scene.from().part(part.key()).filter(p -> p.text().equals(part.text())).isPresent();
  }

  @Override
  public Optional<String> refusal(Part part) {
    IndexDefinition index = IndexDefinition.read(part.text());
    return index.valid() || index.only()
        ? Optional.empty()
        : Optional.of("no statement makes an index that is invalid");
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return Inheritance.isShared(scene, part, false)
        ? List.of()
        : List.of(RepairStatement.safe("DROP INDEX " + part.name(), part.title()));
  }

  @Override
  public Repair change(Part before, Part after) {
    IndexDefinition old = IndexDefinition.read(before.text());
    IndexDefinition young = IndexDefinition.read(after.text());
    Optional<String> refusal = refusal(after);
    if (refusal.isPresent()) {
      return new Repair.Impossible(refusal.get());
    }
    if (!old.valid() && !old.only() && before.text().equals(after.text() + " INVALID")) {
      return Repair.inPlace(alter(after, "REINDEX INDEX " + after.name()));
    }
    if (!old.isSameButForStorage(young)) {
      return new Repair.Anew();
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!old.tablespace().equals(young.tablespace())) {
      all.add(
          alter(
              after,
              "ALTER INDEX %s SET TABLESPACE %s"
                  .formatted(after.name(), young.tablespace().orElse("pg_default"))));
    }
    Options.of(young.options().orElse(""))
        .changesFrom(Options.of(old.options().orElse("")))
        .forEach(c -> all.add(alter(after, "ALTER INDEX %s %s".formatted(after.name(), c))));
    return Repair.inPlace(all);
  }

  private static RepairStatement alter(Part part, String sql) {
    return RepairStatement.safe(sql, part.title());
  }
}
