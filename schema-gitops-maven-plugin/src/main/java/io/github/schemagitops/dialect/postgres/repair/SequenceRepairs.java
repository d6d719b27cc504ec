package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences and the columns that own them. */
record SequenceRepairs(Scene scene) implements Family {

  @Override
  public List<RepairStatement> create(Part part) {
    SequenceDefinition sequence = SequenceDefinition.read(part.text());
    if (part.aspect() == Aspect.OWNED_BY) {
      List<RepairStatement> all = new ArrayList<>();
      all.add(alter(part, "OWNED BY " + part.text()));
      continuation(part).ifPresent(all::add);
      return all;
    }
    String sql =
        "CREATE %sSEQUENCE %s %s"
            .formatted(sequence.unlogged() ? "UNLOGGED " : "", part.name(), sequence.options());
    return List.of(RepairStatement.safe(sql.strip(), part.title()));
  }

  /** A new sequence of a column that has values already goes on after them. */
  private Optional<RepairStatement> continuation(Part part) {
    boolean isNew = !scene.from().has(part.key().withAspect(Aspect.WHOLE));
    boolean filled = scene.from().has(Key.whole(ObjectKind.COLUMN, part.text()));
    if (!isNew || !filled) {
      return Optional.empty();
    }
    List<String> names = Names.parts(part.text());
    String table = String.join(".", names.subList(0, names.size() - 1));
    return new ColumnStatements(part.title(), table, Names.last(part.text()), true, scene.major())
        .continueAfterRows(
            Names.literal(part.name()), SequenceDefinition.read(part.object().definition()));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(
        part.aspect() == Aspect.OWNED_BY
            ? alter(part, "OWNED BY NONE")
            : RepairStatement.hazardous(
                "DROP SEQUENCE " + part.name(), part.title(), Hazard.DROP_SEQUENCE));
  }

  @Override
  public Repair change(Part before, Part after) {
    if (after.aspect() == Aspect.OWNED_BY) {
      return new Repair.Anew();
    }
    SequenceDefinition old = SequenceDefinition.read(before.text());
    SequenceDefinition young = SequenceDefinition.read(after.text());
    List<RepairStatement> all = new ArrayList<>();
    if (old.unlogged() != young.unlogged()) {
      all.add(alter(after, young.unlogged() ? "SET UNLOGGED" : "SET LOGGED"));
    }
    List<String> changes = young.changesFrom(old);
    String options = String.join(" ", changes);
    if (young.turnsFrom(old)) {
      all.add(
          RepairStatement.hazardous(
              "ALTER SEQUENCE %s %s RESTART".formatted(after.name(), options),
              after.title(),
              Hazard.DROP_SEQUENCE));
    } else if (!changes.isEmpty()) {
      all.add(alter(after, options));
    }
    return Repair.inPlace(all);
  }

  private static RepairStatement alter(Part part, String action) {
    return RepairStatement.safe(
        "ALTER SEQUENCE %s %s".formatted(part.name(), action), part.title());
  }
}
