package io.github.schemagitops.dialect.postgres.repair;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables: with all columns when they are new, property by property when they exist. */
record TableRepairs(Scene scene) implements Family {

  private static final int FIRST_WITH_ACCESS_METHOD = 15;
  private static final int FIRST_WITH_IDENTITY_OF_PARTITIONS = 17;

  @Override
  public List<RepairStatement> create(Part part) {
    return switch (part.aspect()) {
      case INHERITANCE -> new Inheritance(scene).begin(part);
      case REPLICA_IDENTITY -> List.of(alter(part, "REPLICA IDENTITY " + part.text()));
      default -> table(part);
    };
  }

  private List<RepairStatement> table(Part part) {
    TableDefinition table = TableDefinition.read(part.object().definition());
    List<RepairStatement> all = new ArrayList<>();
    List<Part> own = new ArrayList<>();
    List<RepairStatement> later = new ArrayList<>();
    for (Part column : scene.to().members(part.name(), ObjectKind.COLUMN)) {
      ColumnDefinition wanted = ColumnDefinition.read(column.object().definition());
      Optional<ColumnDefinition> given = given(table, column);
      if (given.isEmpty()) {
        own.add(column);
      }
      later.addAll(
          new ColumnStatements(column.title(), part.name(), column.member(), false, scene.major())
              .change(given.orElseGet(() -> asMade(wanted)), wanted));
    }
    all.add(
        table.partitionOf().flatMap(scene.to()::table).isPresent() && hasDefaultPartition(table)
            ? RepairStatement.hazardous(
                sql(part.name(), table, own), part.title(), Hazard.VALIDATE_ROWS)
            : RepairStatement.safe(sql(part.name(), table, own), part.title()));
    all.addAll(later);
    if (table.rowSecurity()) {
      all.add(alter(part, "ENABLE ROW LEVEL SECURITY"));
    }
    if (table.forceRowSecurity()) {
      all.add(alter(part, "FORCE ROW LEVEL SECURITY"));
    }
    return all;
  }

  /** What a column has from a parent, or from the type that the table is of. */
  private Optional<ColumnDefinition> given(TableDefinition table, Part column) {
    boolean identity =
        scene.major() >= FIRST_WITH_IDENTITY_OF_PARTITIONS && table.partitionOf().isPresent();
    return table.allParents().stream()
        .flatMap(parent -> scene.to().column(parent, column.member()).stream())
        .map(c -> c.inherited(identity))
        .findFirst()
        .or(
            () ->
                table
                    .ofType()
                    .map(
                        type -> {
                          ColumnDefinition whole =
                              ColumnDefinition.read(column.object().definition());
                          return ColumnDefinition.ofType(whole.type(), whole.collation());
                        }));
  }

  /** What the statement that makes the table says of a column. */
  private static ColumnDefinition asMade(ColumnDefinition wanted) {
    ColumnDefinition made =
        wanted.withOwnSettingsOf(
            ColumnDefinition.ofType(wanted.type(), wanted.collation())
                .withInitial(wanted.initial()));
    return made.withNotNull(made.notNull().filter(n -> !n.contains("NOT VALID")));
  }

  private static String sql(String name, TableDefinition table, List<Part> columns) {
    String list =
        columns.stream()
            .map(
                c ->
                    "  "
                        + c.member()
                        + " "
                        + asMade(ColumnDefinition.read(c.object().definition())).declaration())
            .collect(joining(",\n"));
    String body = list.isEmpty() ? "()" : "(\n" + list + "\n)";
    String sort = table.server().isPresent() ? "FOREIGN " : table.unlogged() ? "UNLOGGED " : "";
    String start = "CREATE " + sort + "TABLE " + name;
    if (table.partitionOf().isPresent()) {
      return start
          + " PARTITION OF "
          + table.partitionOf().get()
          + " "
          + table.bound()
          + table.storage();
    }
    if (table.ofType().isPresent()) {
      return start + " OF " + table.ofType().get() + table.storage();
    }
    String parents =
        table.parents().isEmpty() ? "" : " INHERITS (" + String.join(", ", table.parents()) + ")";
    return start + " " + body + parents + table.storage();
  }

  /** Its rows are checked: none may belong to a new partition. */
  private boolean hasDefaultPartition(TableDefinition table) {
    return scene.from().children(table.partitionOf().orElseThrow()).stream()
        .flatMap(t -> scene.from().table(t).stream())
        .anyMatch(t -> t.bound().equals("DEFAULT"));
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return switch (part.aspect()) {
      case INHERITANCE -> new Inheritance(scene).end(part);
      case REPLICA_IDENTITY -> List.of(alter(part, "REPLICA IDENTITY DEFAULT"));
      default ->
          List.of(
              part.kind() == ObjectKind.FOREIGN_TABLE
                  ? RepairStatement.safe("DROP FOREIGN TABLE " + part.name(), part.title())
                  : RepairStatement.hazardous(
                      "DROP TABLE " + part.name(), part.title(), Hazard.DROP_TABLE));
    };
  }

  @Override
  public Repair change(Part before, Part after) {
    if (after.aspect() == Aspect.INHERITANCE) {
      return new Repair.Anew();
    }
    if (after.aspect() == Aspect.REPLICA_IDENTITY) {
      return Repair.inPlace(create(after));
    }
    TableDefinition old = TableDefinition.read(before.text());
    TableDefinition young = TableDefinition.read(after.text());
    if (!old.partitionBy().equals(young.partitionBy())) {
      return new Repair.Impossible("the partition key of a table cannot be changed");
    }
    if (!old.server().equals(young.server())) {
      return new Repair.Impossible("the server of a foreign table cannot be changed");
    }
    Optional<String> refusal = foreignOptions(young).refusalFrom(foreignOptions(old));
    if (refusal.isPresent()) {
      return new Repair.Impossible(refusal.get());
    }
    boolean rehoused = !old.method().equals(young.method());
    if (rehoused && scene.major() < FIRST_WITH_ACCESS_METHOD) {
      return new Repair.Impossible("PostgreSQL 14 cannot change the access method of a table");
    }
    return Repair.inPlace(properties(after, old, young));
  }

  private static ForeignOptions foreignOptions(TableDefinition table) {
    return ForeignOptions.of(table.foreignOptions().orElse(""));
  }

  @Override
  public Optional<String> refusal(Part part) {
    return part.aspect() == Aspect.WHOLE
            && foreignOptions(TableDefinition.read(part.text())).hasSecret()
        ? Optional.of(ForeignOptions.REFUSAL)
        : Optional.empty();
  }

  private List<RepairStatement> properties(Part part, TableDefinition old, TableDefinition young) {
    List<RepairStatement> all = new ArrayList<>();
    if (!old.ofType().equals(young.ofType())) {
      all.add(alter(part, young.ofType().map(type -> "OF " + type).orElse("NOT OF")));
    }
    if (old.unlogged() != young.unlogged()) {
      String action = young.unlogged() ? "SET UNLOGGED" : "SET LOGGED";
      all.add(alter(part, action, Hazard.REWRITE_TABLE));
    }
    if (!old.method().equals(young.method())) {
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
    foreignOptions(young)
        .changesFrom(foreignOptions(old))
        .ifPresent(
            change ->
                all.add(
                    RepairStatement.safe(
                        "ALTER FOREIGN TABLE %s %s".formatted(part.name(), change), part.title())));
    if (old.rowSecurity() != young.rowSecurity()) {
      String action = young.rowSecurity() ? "ENABLE" : "DISABLE";
      all.add(alter(part, action + " ROW LEVEL SECURITY", Hazard.CHANGE_PRIVILEGES));
    }
    if (old.forceRowSecurity() != young.forceRowSecurity()) {
      String action = young.forceRowSecurity() ? "FORCE" : "NO FORCE";
      all.add(alter(part, action + " ROW LEVEL SECURITY", Hazard.CHANGE_PRIVILEGES));
    }
    return all;
  }

  private static RepairStatement alter(Part part, String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER TABLE %s %s".formatted(part.name(), action), part.title(), hazards);
  }
}
