package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes of one table that stays. What the servers accept only together is one statement: a column
 * that counts and its key, a key that another one replaces. What destroys values comes last and
 * alone.
 */
final class AlterRepair {

  /** Otherwise a value that does not fit is made to fit, with no more than a warning. */
  private static final String STRICT = "CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')";

  private final RepairGoal goal;
  private final RepairStatements out;
  private final SchemaObject table;
  private final String name;
  private final ColumnRepair columns;
  private final Set<String> titles = new LinkedHashSet<>();
  private final Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
  private final List<String> first = new ArrayList<>();
  private final List<String> main = new ArrayList<>();
  private final List<String> last = new ArrayList<>();
  private final List<String> drops = new ArrayList<>();
  private final Set<Hazard> dropHazards = EnumSet.noneOf(Hazard.class);
  private final List<String> dropTitles = new ArrayList<>();
  private final Set<String> touched = new LinkedHashSet<>();
  private final SortedMap<String, String> settings = new TreeMap<>(Map.of("sql_mode", STRICT));

  AlterRepair(RepairGoal goal, RepairStatements out, SchemaObject table) {
    this.goal = goal;
    this.out = out;
    this.table = table;
    this.name = table.name();
    this.columns = new ColumnRepair(goal);
  }

  void run() {
    TableText before = TableText.of(goal.before(table));
    TableText after = TableText.of(table.definition());
    boolean repartitioned = !before.partitions().equals(after.partitions());
    columns();
    keys(ObjectKind.CONSTRAINT);
    keys(ObjectKind.INDEX);
    options(before, after);
    if (before.versioned()) {
      settings.put("system_versioning_alter_history", "'KEEP'");
    }
    if (repartitioned && before.partitions().isPresent() && after.partitions().isEmpty()) {
      alter(List.of("REMOVE PARTITIONING"), table.title(), EnumSet.of(Hazard.REWRITE_TABLE));
    }
    alter(first, title(), Set.of());
    alter(main, title(), hazards);
    alter(last, title(), hazards);
    alter(drops, dropTitles.size() == 1 ? dropTitles.get(0) : table.title(), dropHazards);
    if (repartitioned) {
      after.partitions().ifPresent(clause -> partition(before.partitions(), clause));
    }
  }

  private void alter(List<String> clauses, String title, Set<Hazard> costs) {
    if (!clauses.isEmpty()) {
      out.add(
          RepairPhase.ALTER_TABLES,
          settings,
          "ALTER TABLE %s %s".formatted(name, String.join(", ", clauses)),
          title,
          costs);
    }
  }

  private String title() {
    return titles.size() == 1 ? titles.iterator().next() : table.title();
  }

  private void partition(Optional<String> before, String after) {
    Optional<String> appended = before.flatMap(b -> PartitionText.appended(b, after));
    if (appended.isPresent()) {
      alter(List.of("ADD PARTITION (" + appended.get() + ")"), table.title(), Set.of());
    } else {
      alter(List.of(after), table.title(), EnumSet.of(Hazard.REWRITE_TABLE, Hazard.VALIDATE_ROWS));
    }
  }

  private void columns() {
    List<SchemaObject> now = RepairGoal.of(goal.from(), name, ObjectKind.COLUMN);
    List<SchemaObject> then = RepairGoal.of(goal.goal(), name, ObjectKind.COLUMN);
    for (SchemaObject column : now) {
      if (!goal.goal().containsKey(column.title())) {
        drop(column);
      }
    }
    for (SchemaObject column : then) {
      SchemaObject before = goal.from().get(column.title());
      if (before == null) {
        titles.add(column.title());
        addColumn(column);
        if (ColumnRepair.isWithoutDefault(column)) {
          main.add("ALTER COLUMN %s DROP DEFAULT".formatted(within(column)));
        }
      } else if (!before.definition().equals(column.definition())
          || goal.isCommentChanged(column)
          || isOwnCheckChanged(column)) {
        change(before, column);
      }
    }
  }

  /** MySQL adds no column with a default that is another one every time. */
  private void addColumn(SchemaObject column) {
    String clause = columns.clause(column);
    Optional<String> unsafe =
        goal.mariaDb() ? Optional.empty() : ColumnRepair.unsafeDefault(column.definition());
    unsafe.ifPresent(d -> last.add("ALTER COLUMN %s SET %s".formatted(within(column), d)));
    main.add("ADD COLUMN " + unsafe.map(d -> clause.replace(" " + d, "")).orElse(clause));
  }

  private void drop(SchemaObject column) {
    String clause = "DROP COLUMN " + within(column);
    boolean loses = ColumnRepair.storage(column.definition()).isEmpty();
    touched.add(within(column));
    if (ColumnRepair.isCounter(column.definition())) {
      // There can be only one, and the next one may come in the same statement.
      main.add(clause);
      titles.add(column.title());
      hazards.add(Hazard.DROP_COLUMN);
    } else {
      drops.add(clause);
      dropTitles.add(column.title());
      if (loses) {
        dropHazards.add(Hazard.DROP_COLUMN);
      }
    }
  }

  private void change(SchemaObject before, SchemaObject column) {
    titles.add(column.title());
    if (ColumnRepair.isWithoutDefault(column)) {
      out.impossible(
          column.title(), "a default that is not even null can only be made with a new column");
      return;
    }
    touched.add(within(column));
    if (ColumnRepair.isReplaced(before.definition(), column.definition())) {
      main.add("DROP COLUMN " + within(column));
      main.add("ADD COLUMN " + columns.clause(column));
      if (ColumnRepair.storage(before.definition()).isEmpty()) {
        hazards.add(Hazard.DROP_COLUMN);
      }
      hazards.add(Hazard.REWRITE_TABLE);
      return;
    }
    main.add("MODIFY COLUMN " + columns.clause(column));
    hazards.addAll(ColumnRepair.hazards(before.definition(), column.definition()));
  }

  private boolean isOwnCheckChanged(SchemaObject column) {
    return !Objects.equals(ownCheck(goal.from(), column), ownCheck(goal.goal(), column));
  }

  private Optional<String> ownCheck(Map<String, SchemaObject> objects, SchemaObject column) {
    return RepairGoal.of(objects, name, ObjectKind.CONSTRAINT).stream()
        .filter(c -> new KeyText(c.definition()).isColumnCheck())
        .filter(c -> within(c).equals(within(column)))
        .map(SchemaObject::definition)
        .findFirst();
  }

  private void keys(ObjectKind kind) {
    for (SchemaObject key : RepairGoal.of(goal.from(), name, kind)) {
      KeyText text = new KeyText(key.definition());
      if (isElsewhere(text)) {
        continue;
      }
      SchemaObject after = goal.goal().get(key.title());
      if (after == null || isElsewhere(new KeyText(after.definition()))) {
        titles.add(key.title());
        dropKey(key, text);
      } else if (mustBeReplaced(text, after)) {
        titles.add(key.title());
        dropKey(key, text);
        addKey(after);
      } else if (!key.definition().equals(after.definition())) {
        titles.add(key.title());
        switchKey(after);
      }
    }
    for (SchemaObject key : RepairGoal.of(goal.goal(), name, kind)) {
      SchemaObject before = goal.from().get(key.title());
      boolean isNew = before == null || isElsewhere(new KeyText(before.definition()));
      if (isNew && !isElsewhere(new KeyText(key.definition()))) {
        titles.add(key.title());
        addKey(key);
      }
    }
  }

  /** Foreign keys are other statements, checks of a column are part of the column. */
  private static boolean isElsewhere(KeyText text) {
    return text.isForeignKey() || text.isColumnCheck();
  }

  private boolean mustBeReplaced(KeyText before, SchemaObject after) {
    return !before.lasting().equals(new KeyText(after.definition()).lasting())
        || goal.isCommentChanged(after)
        || (before.isSpecial() && touched.stream().anyMatch(before::mentions))
        || (!before.isCheck() && isOverReplacedColumn(before));
  }

  private boolean isOverReplacedColumn(KeyText key) {
    return main.stream()
        .filter(clause -> clause.startsWith("DROP COLUMN "))
        .map(clause -> clause.substring("DROP COLUMN ".length()))
        .anyMatch(key::mentions);
  }

  private void dropKey(SchemaObject key, KeyText text) {
    String sql =
        text.isPrimary()
            ? "DROP PRIMARY KEY"
            : (text.isCheck() ? goal.mariaDb() ? "DROP CONSTRAINT " : "DROP CHECK " : "DROP KEY ")
                + within(key);
    (text.isSpecial() ? first : main).add(sql);
    if (text.isPrimary()) {
      hazards.add(Hazard.REWRITE_TABLE);
    }
  }

  private void addKey(SchemaObject key) {
    KeyText text = new KeyText(key.definition());
    (text.isSpecial() ? last : main).add("ADD " + text.clause(within(key), goal.comment(key)));
    if (text.isUnique() || (text.isCheck() && text.isEnforced())) {
      hazards.add(Hazard.VALIDATE_ROWS);
    }
  }

  private void switchKey(SchemaObject key) {
    KeyText text = new KeyText(key.definition());
    if (text.isCheck()) {
      main.add(
          "ALTER CHECK %s %s"
              .formatted(within(key), text.isEnforced() ? "ENFORCED" : "NOT ENFORCED"));
      if (text.isEnforced()) {
        hazards.add(Hazard.VALIDATE_ROWS);
      }
      return;
    }
    String how =
        goal.mariaDb()
            ? text.isHidden() ? "IGNORED" : "NOT IGNORED"
            : text.isHidden() ? "INVISIBLE" : "VISIBLE";
    main.add("ALTER INDEX %s %s".formatted(within(key), how));
  }

  private void options(TableText before, TableText after) {
    Set<String> names = new LinkedHashSet<>(before.options().keySet());
    names.addAll(after.options().keySet());
    for (String option : names) {
      String value = after.options().get(option);
      if (!Objects.equals(before.options().get(option), value)) {
        titles.add(table.title());
        main.add(TableRepair.option(option, Optional.ofNullable(value)));
        if (!option.equals("COLLATE") && !option.startsWith("stats_")) {
          hazards.add(Hazard.REWRITE_TABLE);
        }
      }
    }
    if (goal.isCommentChanged(table)) {
      titles.add("comment " + table.title());
      main.add("COMMENT=" + ServerText.literal(goal.comment(table)));
    }
    periods(before, after);
    if (before.versioned() != after.versioned()) {
      titles.add(table.title());
      main.add(after.versioned() ? "ADD SYSTEM VERSIONING" : "DROP SYSTEM VERSIONING");
      if (before.versioned()) {
        hazards.add(Hazard.DROP_TABLE); // Rows of the past go.
      }
    }
  }

  private void periods(TableText before, TableText after) {
    for (String period : before.periods()) {
      if (!after.periods().contains(period)) {
        titles.add(table.title());
        main.add("DROP " + period.substring(0, period.lastIndexOf(" (")));
      }
    }
    for (String period : after.periods()) {
      if (!before.periods().contains(period)) {
        titles.add(table.title());
        main.add("ADD " + period);
        hazards.add(Hazard.VALIDATE_ROWS);
      }
    }
  }

  private String within(SchemaObject object) {
    return SqlName.within(name, object.name());
  }
}
