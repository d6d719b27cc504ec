package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code ALTER TABLE … ALTER COLUMN} for one column.
 *
 * @param title of the column
 * @param table qualified
 * @param column quoted
 * @param filled true when the table may have rows
 * @param major version of the server
 */
record ColumnStatements(String title, String table, String column, boolean filled, int major) {

  private static final int FIRST_WITH_DEFAULT_STORAGE = 16;
  private static final int FIRST_WITH_SET_EXPRESSION = 17;

  /** Changes everything but whether the column is generated. */
  List<RepairStatement> change(ColumnDefinition before, ColumnDefinition after) {
    List<RepairStatement> all = new ArrayList<>();
    if (before.initial().isPresent() && after.initial().isEmpty()) {
      all.add(here("DROP DEFAULT"));
    }
    if (before.generated().isPresent() && after.generated().isEmpty()) {
      all.add(alter("DROP EXPRESSION"));
    }
    boolean requires = !before.notNull().equals(after.notNull());
    if (requires && before.notNull().isPresent() && !validates(before, after)) {
      all.add(alter("DROP NOT NULL"));
    }
    type(before, after).ifPresent(all::add);
    if (requires) {
      after.notNull().ifPresent(n -> all.add(notNull(n)));
    }
    identity(before, after, all);
    if (!before.initial().equals(after.initial())) {
      after.initial().ifPresent(e -> all.add(here("SET DEFAULT " + e)));
    }
    settings(before, after, all);
    return all;
  }

  /** Only the constraint's check of existing rows is missing. */
  private static boolean validates(ColumnDefinition before, ColumnDefinition after) {
    return before.notNull().equals(Optional.of("NOT VALID"))
        && after.notNull().equals(Optional.of(""));
  }

  private Optional<RepairStatement> type(ColumnDefinition before, ColumnDefinition after) {
    if (before.type().equals(after.type()) && before.collation().equals(after.collation())) {
      return Optional.empty();
    }
    Optional<String> using =
        filled ? TypeChange.using(column, before.type(), after.type()) : Optional.empty();
    return Optional.of(
        retype(after, using, filled ? TypeChange.hazards(before.type(), after.type()) : Set.of()));
  }

  /** From a type that was renamed to its successor, which has its name now. */
  RepairStatement succeed(ColumnDefinition after) {
    return retype(
        after,
        Optional.of(TypeChange.throughText(column, after.type())),
        EnumSet.of(Hazard.NARROW_TYPE, Hazard.REWRITE_TABLE));
  }

  private RepairStatement retype(
      ColumnDefinition after, Optional<String> using, Set<Hazard> hazards) {
    return alter(
        "TYPE "
            + after.type()
            + after.collation().map(c -> " COLLATE " + c).orElse("")
            + using.map(u -> " USING " + u).orElse(""),
        hazards.toArray(Hazard[]::new));
  }

  private RepairStatement notNull(String qualifier) {
    if (qualifier.isEmpty()) {
      return filled ? alter("SET NOT NULL", Hazard.VALIDATE_ROWS) : alter("SET NOT NULL");
    }
    String sql = "ALTER TABLE %s ADD NOT NULL %s %s".formatted(table, column, qualifier);
    return filled && !qualifier.endsWith("NOT VALID")
        ? RepairStatement.hazardous(sql, title, Hazard.VALIDATE_ROWS)
        : RepairStatement.safe(sql, title);
  }

  /** Makes, changes or ends that the column takes its values from a sequence of its own. */
  void identity(ColumnDefinition before, ColumnDefinition after, List<RepairStatement> all) {
    if (after.identity().isEmpty()) {
      if (before.identity().isPresent()) {
        all.add(alter("DROP IDENTITY", Hazard.DROP_SEQUENCE));
      }
      return;
    }
    SequenceDefinition options = SequenceDefinition.read(after.identityOptions());
    if (before.identity().isEmpty()) {
      all.add(alter(identityClause("ADD", after)));
      if (filled) {
        continueAfterRows(
                "pg_get_serial_sequence(%s, %s)"
                    .formatted(Names.literal(table), Names.literal(Names.unquoted(column))),
                options)
            .ifPresent(all::add);
      }
      return;
    }
    List<String> changes = new ArrayList<>();
    if (!before.identity().equals(after.identity())) {
      changes.add("SET GENERATED " + after.identity().orElseThrow());
    }
    SequenceDefinition old = SequenceDefinition.read(before.identityOptions());
    options.changesFrom(old).forEach(change -> changes.add("SET " + change));
    if (options.turnsFrom(old)) {
      all.add(alter(String.join(" ", changes) + " RESTART", Hazard.DROP_SEQUENCE));
    } else if (!changes.isEmpty()) {
      all.add(alter(String.join(" ", changes)));
    }
  }

  private static String identityClause(String verb, ColumnDefinition column) {
    String options = column.identityOptions();
    return "%s GENERATED %s AS IDENTITY%s"
        .formatted(
            verb, column.identity().orElseThrow(), options.isEmpty() ? "" : " (" + options + ")");
  }

  /**
   * A new sequence for existing rows goes on where they end.
   *
   * @param sequence expression for its name
   */
  Optional<RepairStatement> continueAfterRows(String sequence, SequenceDefinition options) {
    return options.ascending()
        ? Optional.of(
            RepairStatement.safe(
                "SELECT setval(%s, max(%s)) FROM %s HAVING max(%s) >= %s"
                    .formatted(sequence, column, table, column, options.start()),
                title))
        : Optional.empty();
  }

  private void settings(
      ColumnDefinition before, ColumnDefinition after, List<RepairStatement> all) {
    if (!before.storage().equals(after.storage())) {
      all.add(here("SET STORAGE " + after.storage().orElseGet(() -> usualStorage(after.type()))));
    }
    if (!before.compression().equals(after.compression())) {
      all.add(here("SET COMPRESSION " + after.compression().orElse("default")));
    }
    if (!before.statistics().equals(after.statistics())) {
      all.add(here("SET STATISTICS " + after.statistics().orElse("-1")));
    }
    Options.of(after.options().orElse(""))
        .changesFrom(Options.of(before.options().orElse("")))
        .forEach(change -> all.add(here(change)));
    ForeignOptions.of(after.foreignOptions().orElse(""))
        .changesFrom(ForeignOptions.of(before.foreignOptions().orElse("")))
        .ifPresent(
            change ->
                all.add(
                    RepairStatement.safe(
                        "ALTER FOREIGN TABLE %s ALTER COLUMN %s %s"
                            .formatted(table, column, change),
                        title)));
  }

  /** The server has a word for it since 16. Types of fixed length have no choice. */
  private String usualStorage(String type) {
    if (major >= FIRST_WITH_DEFAULT_STORAGE) {
      return "DEFAULT";
    }
    return type.matches("(numeric|inet|cidr)\\b.*(?<!])") ? "MAIN" : "EXTENDED";
  }

  /** For the table and those that inherit from it. */
  RepairStatement alter(String action, Hazard... hazards) {
    return RepairStatement.hazardous(
        "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table, column, action), title, hazards);
  }

  /** For this table alone: its children have settings of their own. */
  RepairStatement here(String action) {
    return RepairStatement.safe(
        "ALTER TABLE ONLY %s ALTER COLUMN %s %s".formatted(table, column, action), title);
  }

  /** True when anything differs that {@link #change} cannot change. */
  boolean needsNewColumn(ColumnDefinition before, ColumnDefinition after) {
    if (Objects.equals(before.generated(), after.generated())) {
      return false;
    }
    if (before.generated().isEmpty()) {
      return true;
    }
    if (after.generated().isEmpty()) {
      return !before.isStored();
    }
    return major < FIRST_WITH_SET_EXPRESSION || before.isStored() != after.isStored();
  }
}
