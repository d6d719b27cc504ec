package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Indexes that no constraint stands for. */
record IndexRepairs(Scene scene) implements Family {

  static final String NEVER_INVALID = "no statement makes an index that is invalid";

  @Override
  public List<RepairStatement> create(Part part) {
    IndexDefinition index = IndexDefinition.read(part.text());
    boolean mayExist = Inheritance.isShared(scene, part, true);
    boolean withoutRows = index.only() && !index.valid();
    Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    if (index.unique() && !isFresh(part)) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
    if (!withoutRows && scene.hasRows(part.table())) {
      hazards.add(Hazard.BLOCK_WRITES);
    }
    List<RepairStatement> all = new ArrayList<>();
    all.add(alter(part, index.sql(withoutRows, mayExist), hazards.toArray(new Hazard[0])));
    index.notes().targets().forEach((column, target) -> all.add(target(part, column, target)));
    if (index.notes().clustered()) {
      all.add(cluster(part, index.name()));
    }
    return all;
  }

  private static RepairStatement target(Part part, String column, String target) {
    return alter(
        part,
        "ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s".formatted(part.name(), column, target));
  }

  static RepairStatement cluster(Part part, String index) {
    return alter(part, "ALTER TABLE %s CLUSTER ON %s".formatted(part.table(), index));
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
    return index.valid() || index.only() ? Optional.empty() : Optional.of(NEVER_INVALID);
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
    if (!old.valid() && !old.only() && isOnlyInvalid(before, after)) {
      String sql = "REINDEX INDEX " + after.name();
      return Repair.inPlace(
          scene.hasRows(after.table())
              ? alter(after, sql, Hazard.BLOCK_WRITES)
              : alter(after, sql));
    }
    if (!old.isSameButForStorage(young)) {
      return new Repair.Anew();
    }
    List<RepairStatement> all = new ArrayList<>();
    all.addAll(storage(after, after.name(), old.options(), young.options()));
    all.addAll(notes(after, after.name(), old.notes(), young.notes()));
    return Repair.inPlace(all);
  }

  private static boolean isOnlyInvalid(Part before, Part after) {
    return before.text().replaceFirst(" INVALID( CLUSTERED)?$", "$1").equals(after.text());
  }

  /** Changes of storage parameters. */
  static List<RepairStatement> storage(
      Part part, String index, Optional<String> old, Optional<String> young) {
    return Options.of(young.orElse("")).changesFrom(Options.of(old.orElse(""))).stream()
        .map(change -> alter(part, "ALTER INDEX %s %s".formatted(index, change)))
        .toList();
  }

  /** Changes of what the definition itself does not say. */
  List<RepairStatement> notes(Part part, String index, IndexNotes old, IndexNotes young) {
    List<RepairStatement> all = new ArrayList<>();
    if (!old.tablespace().equals(young.tablespace())) {
      String space = young.tablespace().orElse("pg_default");
      all.add(
          alter(
              part,
              "ALTER INDEX %s SET TABLESPACE %s".formatted(index, space),
              Hazard.REWRITE_TABLE));
    }
    Set<String> columns = new TreeSet<>(old.targets().keySet());
    columns.addAll(young.targets().keySet());
    for (String column : columns) {
      String target = young.targets().getOrDefault(column, "-1");
      if (!target.equals(old.targets().getOrDefault(column, "-1"))) {
        all.add(target(part, column, target));
      }
    }
    if (!old.clustered() && young.clustered()) {
      all.add(cluster(part, Names.last(index)));
    } else if (old.clustered() && !young.clustered() && !isClustered(part.table())) {
      all.add(alter(part, "ALTER TABLE %s SET WITHOUT CLUSTER".formatted(part.table())));
    }
    return all;
  }

  /** By another index: that one takes the mark away from this. */
  private boolean isClustered(String table) {
    return Stream.of(ObjectKind.INDEX, ObjectKind.CONSTRAINT)
        .flatMap(kind -> scene.to().members(table, kind).stream())
        .anyMatch(p -> IndexNotes.read(p.text()).clustered());
  }

  private static RepairStatement alter(Part part, String sql, Hazard... hazards) {
    return RepairStatement.hazardous(sql, part.title(), hazards);
  }
}
