package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.jooq.meta.mysql.information_schema.Tables.PARAMETERS;
import static org.jooq.meta.mysql.information_schema.Tables.ROUTINES;

import io.github.schemagitops.schema.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Functions and procedures. */
final class RoutineQuery {

  private RoutineQuery() {}

  static void routines(CatalogContext catalog, Inventory inventory) {
    Map<List<String>, String> parameters = parameters(catalog);
    catalog
        .dsl()
        .select(
            ROUTINES.ROUTINE_SCHEMA,
            ROUTINES.ROUTINE_NAME,
            ROUTINES.SPECIFIC_NAME,
            ROUTINES.ROUTINE_TYPE,
            ROUTINES.DTD_IDENTIFIER,
            ROUTINES.COLLATION_NAME,
            ROUTINES.EXTERNAL_LANGUAGE,
            ROUTINES.IS_DETERMINISTIC,
            ROUTINES.SQL_DATA_ACCESS,
            ROUTINES.SECURITY_TYPE,
            ROUTINES.SQL_MODE,
            ROUTINES.DEFINER,
            ROUTINES.ROUTINE_DEFINITION,
            ROUTINES.ROUTINE_COMMENT,
            CatalogContext.time(ROUTINES.LAST_ALTERED))
        .from(ROUTINES)
        .where(catalog.in(ROUTINES.ROUTINE_SCHEMA))
        .forEach(row -> routine(catalog, inventory, row, parameters));
  }

  private static void routine(
      CatalogContext catalog,
      Inventory inventory,
      Record row,
      Map<List<String>, String> parameters) {
    String database = row.get(ROUTINES.ROUTINE_SCHEMA);
    String name = catalog.names().of(database, row.get(ROUTINES.ROUTINE_NAME));
    String type = row.get(ROUTINES.ROUTINE_TYPE);
    if (!type.equals("FUNCTION") && !type.equals("PROCEDURE")) {
      inventory.leaveOut("packages of Oracle mode");
      return;
    }
    ObjectKind kind = ObjectKind.valueOf(type);
    Optional<String> body =
        new Bodies(catalog)
            .of(
                type,
                database,
                row.get(ROUTINES.ROUTINE_NAME),
                row.get(ROUTINES.ROUTINE_DEFINITION));
    if (body.isEmpty()) {
      inventory.unseen(
          "the body of %s %s is hidden from the login: %s"
              .formatted(kind.label(), name, Privileges.TO_SEE_BODIES));
    }
    inventory.add(
        kind,
        name,
        words(
            "("
                + parameters.getOrDefault(
                    List.of(database, type, row.get(ROUTINES.SPECIFIC_NAME)), "")
                + ")",
            returns(row),
            language(row.get(ROUTINES.EXTERNAL_LANGUAGE)),
            row.get(ROUTINES.IS_DETERMINISTIC).equals("YES") ? "DETERMINISTIC" : null,
            row.get(ROUTINES.SQL_DATA_ACCESS),
            "SQL SECURITY " + row.get(ROUTINES.SECURITY_TYPE),
            CatalogContext.sqlMode(row.get(ROUTINES.SQL_MODE)),
            body.orElse("")),
        row.get(ROUTINES.ROUTINE_COMMENT));
    inventory.changedAt(row.get(CatalogContext.CHANGED));
    inventory.definedBy(kind, name, row.get(ROUTINES.DEFINER));
  }

  private static @Nullable String returns(Record row) {
    return row.get(ROUTINES.ROUTINE_TYPE).equals("FUNCTION")
        ? "RETURNS " + typed(row.get(ROUTINES.DTD_IDENTIFIER), row.get(ROUTINES.COLLATION_NAME))
        : null;
  }

  private static @Nullable String language(@Nullable String language) {
    return language == null || language.equals("SQL") ? null : "LANGUAGE " + language;
  }

  /** By database, type of routine and specific name, in order. */
  private static Map<List<String>, String> parameters(CatalogContext catalog) {
    return catalog
        .dsl()
        .select(
            PARAMETERS.SPECIFIC_SCHEMA,
            PARAMETERS.ROUTINE_TYPE,
            PARAMETERS.SPECIFIC_NAME,
            PARAMETERS.PARAMETER_MODE,
            PARAMETERS.PARAMETER_NAME,
            PARAMETERS.DTD_IDENTIFIER,
            PARAMETERS.COLLATION_NAME)
        .from(PARAMETERS)
        .where(catalog.in(PARAMETERS.SPECIFIC_SCHEMA))
        .and(PARAMETERS.PARAMETER_NAME.isNotNull())
        .orderBy(PARAMETERS.ORDINAL_POSITION)
        .stream()
        .collect(
            groupingBy(
                row -> List.of(row.value1(), row.value2(), row.value3()),
                mapping(RoutineQuery::parameter, joining(", "))));
  }

  private static String parameter(Record row) {
    String mode = row.get(PARAMETERS.PARAMETER_MODE);
    boolean plain = row.get(PARAMETERS.ROUTINE_TYPE).equals("FUNCTION") && "IN".equals(mode);
    return words(
        // MySQL's functions have no others, and it does not take the word.
        plain ? null : mode,
        Names.quoted(row.get(PARAMETERS.PARAMETER_NAME)),
        typed(row.get(PARAMETERS.DTD_IDENTIFIER), row.get(PARAMETERS.COLLATION_NAME)));
  }

  /** MySQL knows no collation here without its character set. */
  private static String typed(String type, @Nullable String collation) {
    return collation == null
        ? type
        : "%s CHARACTER SET %s COLLATE %s"
            .formatted(type, collation.replaceFirst("_.*", ""), collation);
  }
}
