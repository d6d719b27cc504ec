package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.jooq.meta.mysql.information_schema.Tables.PARAMETERS;
import static org.jooq.meta.mysql.information_schema.Tables.ROUTINES;
import static org.jooq.meta.mysql.information_schema.Tables.TRIGGERS;

import io.github.schemagitops.schema.ObjectKind;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Triggers, functions and procedures. Who defined one is left out: it is a deployer's login. */
final class ProgramQueries {

  private ProgramQueries() {}

  static void triggers(CatalogContext catalog, Inventory inventory) {
    catalog
        .dsl()
        .select(
            TRIGGERS.TRIGGER_SCHEMA,
            TRIGGERS.TRIGGER_NAME,
            TRIGGERS.EVENT_OBJECT_TABLE,
            TRIGGERS.ACTION_TIMING,
            TRIGGERS.EVENT_MANIPULATION,
            TRIGGERS.ACTION_STATEMENT,
            TRIGGERS.SQL_MODE)
        .from(TRIGGERS)
        .where(catalog.in(TRIGGERS.TRIGGER_SCHEMA))
        .forEach(
            row -> {
              String database = row.get(TRIGGERS.TRIGGER_SCHEMA);
              String table = row.get(TRIGGERS.EVENT_OBJECT_TABLE);
              inventory.addTo(
                  catalog.names().of(database, table),
                  ObjectKind.TRIGGER,
                  catalog.names().of(database, table, row.get(TRIGGERS.TRIGGER_NAME)),
                  "trigger",
                  words(
                      row.get(TRIGGERS.ACTION_TIMING),
                      row.get(TRIGGERS.EVENT_MANIPULATION),
                      "FOR EACH ROW",
                      CatalogContext.sqlMode(row.get(TRIGGERS.SQL_MODE)),
                      row.get(TRIGGERS.ACTION_STATEMENT)),
                  null);
            });
  }

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
            ROUTINES.ROUTINE_DEFINITION,
            ROUTINES.ROUTINE_COMMENT)
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
    String body = row.get(ROUTINES.ROUTINE_DEFINITION);
    if (body == null) {
      inventory.unseen(
          "the body of %s %s is hidden from the login: %s"
              .formatted(kind.label(), name, Privileges.TO_SEE_BODIES));
      body = "";
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
            body),
        row.get(ROUTINES.ROUTINE_COMMENT));
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
                mapping(ProgramQueries::parameter, joining(", "))));
  }

  private static String parameter(Record row) {
    return words(
        row.get(PARAMETERS.PARAMETER_MODE),
        Names.quoted(row.get(PARAMETERS.PARAMETER_NAME)),
        typed(row.get(PARAMETERS.DTD_IDENTIFIER), row.get(PARAMETERS.COLLATION_NAME)));
  }

  private static String typed(String type, @Nullable String collation) {
    return collation == null ? type : type + " COLLATE " + collation;
  }
}
