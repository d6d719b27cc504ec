package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns of tables that exist, their defaults, and defaults of views' columns. */
record ColumnRepairs(Scene scene) implements Family {

  private static final int FIRST_WITH_IDENTITY_OF_PARTITIONS = 17;

  @Override
  public List<RepairStatement> create(Part part) {
    ColumnDefinition column = ColumnDefinition.read(part.object().definition());
    if (part.aspect() == Aspect.DEFAULT) {
      return List.of(on(part).here("SET DEFAULT " + part.text()));
    }
    if (part.aspect() == Aspect.IDENTITY) {
      return identity(part, column.plain(), column);
    }
    if (isOfView(part, scene.to())) {
      return List.of(ofView(part, "SET DEFAULT " + column.initial().orElse("NULL")));
    }
    Optional<ColumnDefinition> inherited = fromParent(part);
    if (inherited.isPresent()) {
      return on(part).change(inherited.get().inherited(hasIdentity(part)), column);
    }
    return add(part, column);
  }

  private static ColumnDefinition definition(Part part) {
    return ColumnDefinition.read(part.object().definition());
  }

  /** Partitions have the identity of their table. */
  private List<RepairStatement> identity(
      Part part, ColumnDefinition before, ColumnDefinition after) {
    boolean byParent =
        hasIdentity(part)
            && parents(part).stream().anyMatch(p -> isIdentityChanged(p, part.member()));
    List<RepairStatement> all = new ArrayList<>();
    if (!byParent) {
      on(part).identity(before, after, all);
    }
    return all;
  }

  private boolean isIdentityChanged(String table, String column) {
    return !scene
        .from()
        .column(table, column)
        .flatMap(ColumnDefinition::identityText)
        .equals(scene.to().column(table, column).flatMap(ColumnDefinition::identityText));
  }

  /** The tables whose changes reach a table throughout. */
  private List<String> parents(Part part) {
    return scene.keptParents(part.table());
  }

  private List<RepairStatement> add(Part part, ColumnDefinition column) {
    boolean later = column.notNull().filter(n -> n.contains("NOT VALID")).isPresent();
    ColumnDefinition made = later ? column.withNotNull(Optional.empty()) : column;
    List<RepairStatement> all = new ArrayList<>();
    all.add(
        RepairStatement.hazardous(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(part.table(), part.member(), made.declaration()),
            part.title(),
            hazardsOfAdding(made).toArray(Hazard[]::new)));
    all.addAll(
        on(part)
            .change(
                made.withOwnSettingsOf(
                    ColumnDefinition.ofType(made.type(), made.collation())
                        .withInitial(made.initial())),
                column));
    return all;
  }

  private static Set<Hazard> hazardsOfAdding(ColumnDefinition column) {
    Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    boolean computed =
        column.isStored()
            || column.identity().isPresent()
            || column.initial().filter(ColumnRepairs::isVolatile).isPresent();
    if (computed) {
      hazards.add(Hazard.REWRITE_TABLE);
    }
    boolean empty =
        column.initial().isEmpty() && column.identity().isEmpty() && column.generated().isEmpty();
    if (empty && column.notNull().isPresent()) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
    return hazards;
  }

  /** Calls a function; all but the best known one may give another value for every row. */
  private static boolean isVolatile(String expression) {
    return expression.contains("(") && !expression.equals("now()");
  }

  /** What a column of a child table has become when its parents have got theirs. */
  private Optional<ColumnDefinition> fromParent(Part part) {
    return parents(part).stream()
        .filter(parent -> scene.from().column(parent, part.member()).isEmpty())
        .flatMap(parent -> scene.to().column(parent, part.member()).stream())
        .findFirst();
  }

  private boolean hasIdentity(Part column) {
    return scene.major() >= FIRST_WITH_IDENTITY_OF_PARTITIONS
        && scene.to().table(column.table()).flatMap(TableDefinition::partitionOf).isPresent();
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    if (part.aspect() == Aspect.DEFAULT) {
      return List.of(on(part).here("DROP DEFAULT"));
    }
    if (part.aspect() == Aspect.IDENTITY) {
      ColumnDefinition column = ColumnDefinition.read(part.object().definition());
      return identity(part, column, column.plain());
    }
    if (isOfView(part, scene.from())) {
      return List.of(ofView(part, "DROP DEFAULT"));
    }
    if (goesWithParent(part)) {
      return List.of();
    }
    List<String> children = ordinaryChildren(part);
    boolean alone =
        children.stream().anyMatch(child -> scene.to().column(child, part.member()).isPresent());
    List<RepairStatement> all = new ArrayList<>();
    all.add(drop(part, alone ? "ONLY " + part.table() : part.table(), ""));
    children.stream()
        .filter(child -> scene.to().column(child, part.member()).isEmpty())
        .forEach(child -> all.add(drop(part, child, "IF EXISTS ")));
    return all;
  }

  private RepairStatement drop(Part part, String table, String condition) {
    boolean computedAnew = isGenerated(scene.from(), part) && isGenerated(scene.to(), part);
    return RepairStatement.hazardous(
        "ALTER TABLE %s DROP COLUMN %s%s".formatted(table, condition, part.member()),
        part.title(),
        computedAnew ? new Hazard[] {} : new Hazard[] {Hazard.DROP_COLUMN});
  }

  private static boolean isGenerated(SchemaState state, Part part) {
    return state
        .column(part.table(), part.member())
        .flatMap(ColumnDefinition::generated)
        .isPresent();
  }

  private boolean goesWithParent(Part part) {
    return parents(part).stream()
        .anyMatch(
            p ->
                scene.from().column(p, part.member()).isPresent()
                    && scene.to().column(p, part.member()).isEmpty());
  }

  /** Children that are no partitions and have the column; they may have it in their own right. */
  private List<String> ordinaryChildren(Part part) {
    return scene.from().descendants(part.table()).stream()
        .filter(child -> scene.from().table(child).orElseThrow().partitionOf().isEmpty())
        .filter(child -> scene.from().column(child, part.member()).isPresent())
        .filter(child -> !scene.keptParents(child).isEmpty())
        .toList();
  }

  @Override
  public Repair change(Part before, Part after) {
    if (after.aspect() == Aspect.DEFAULT) {
      return Repair.inPlace(on(after).here("SET DEFAULT " + after.text()));
    }
    if (after.aspect() == Aspect.IDENTITY) {
      return Repair.inPlace(identity(after, definition(before), definition(after)));
    }
    if (isOfView(after, scene.to())) {
      return Repair.inPlace(create(after));
    }
    ColumnDefinition now = following(before);
    ColumnDefinition then = ColumnDefinition.read(after.text());
    if (on(after).needsNewColumn(now, then)) {
      return new Repair.Anew();
    }
    Optional<String> refusal = foreignOptions(then).refusalFrom(foreignOptions(now));
    if (refusal.isPresent()) {
      return new Repair.Impossible(refusal.get());
    }
    boolean retyped = !now.type().equals(then.type()) || !now.collation().equals(then.collation());
    if (retyped && scene.isInPartitionKey(before)) {
      return new Repair.Impossible("the type of a part of the partition key cannot be changed");
    }
    List<RepairStatement> statements = new ArrayList<>(on(after).change(now, then));
    if (then.generated().isPresent() && !now.generated().equals(then.generated())) {
      statements.add(newExpression(after, then));
    }
    return new Repair.InPlace(statements, retyped);
  }

  private static ForeignOptions foreignOptions(ColumnDefinition column) {
    return ForeignOptions.of(column.foreignOptions().orElse(""));
  }

  @Override
  public Optional<String> refusal(Part part) {
    return part.aspect() == Aspect.WHOLE && foreignOptions(definition(part)).hasSecret()
        ? Optional.of(ForeignOptions.REFUSAL)
        : Optional.empty();
  }

  private RepairStatement newExpression(Part part, ColumnDefinition column) {
    String generated = column.generated().orElseThrow();
    String expression = generated.substring(0, generated.lastIndexOf(' '));
    return column.isStored()
        ? on(part).alter("SET EXPRESSION AS " + expression, Hazard.REWRITE_TABLE)
        : on(part).alter("SET EXPRESSION AS " + expression);
  }

  /** What a column of a child table is when the changes of its parents have reached it. */
  ColumnDefinition following(Part before) {
    ColumnDefinition column = ColumnDefinition.read(before.text());
    for (String parent : parents(before)) {
      Optional<ColumnDefinition> old = scene.from().column(parent, before.member());
      Optional<ColumnDefinition> young = scene.to().column(parent, before.member());
      if (old.isPresent() && young.isPresent()) {
        column = column.following(old.get(), young.get());
      }
    }
    return column;
  }

  /** For a column whose type is renamed and gets a successor. */
  List<RepairStatement> succeed(Part after) {
    boolean byParent =
        parents(after).stream().anyMatch(p -> scene.from().column(p, after.member()).isPresent());
    return byParent ? List.of() : List.of(on(after).succeed(ColumnDefinition.read(after.text())));
  }

  private ColumnStatements on(Part part) {
    return new ColumnStatements(
        part.title(), part.table(), part.member(), scene.hasRows(part.table()), scene.major());
  }

  private static RepairStatement ofView(Part part, String action) {
    return RepairStatement.safe(
        "ALTER VIEW %s ALTER COLUMN %s %s".formatted(part.table(), part.member(), action),
        part.title());
  }

  private static boolean isOfView(Part part, SchemaState state) {
    return state.has(Key.whole(ObjectKind.VIEW, part.table()));
  }
}
