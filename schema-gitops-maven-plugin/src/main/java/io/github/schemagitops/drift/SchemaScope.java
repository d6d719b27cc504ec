package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which schemas are the migrations' own, and which tables are tools' own. */
public final class SchemaScope {

  /** Run records; see the deploy package. */
  public static final String RUN_TABLE = "schema_gitops_run";

  private final MigrationSettings settings;
  private final Set<String> toolTables;

  public SchemaScope(MigrationSettings settings, MigrationEngine engine) {
    this.settings = settings;
    Set<String> tables = new HashSet<>(engine.ownTables(settings));
    tables.add(RUN_TABLE);
    this.toolTables = Set.copyOf(tables);
  }

  /** For a throwaway database: everything in it came from the migrations. */
  public InspectionScope ofShadow() {
    return new InspectionScope(List.of(), toolTables, settings.privileges());
  }

  /**
   * For a real database: the schemas that the expected state has, and those that the settings name.
   * Other schemas may belong to other applications. An expected schema that is gone is a
   * difference, not a reason to see nothing.
   */
  public InspectionScope ofTarget(Connection target, Dialect dialect, SchemaSnapshot expected)
      throws SQLException {
    List<String> wanted = own(expected);
    List<String> there = dialect.schemas(target).stream().filter(wanted::contains).toList();
    Map<String, String> definitions =
        expected.objects().stream()
            .collect(
                Collectors.toMap(
                    SchemaObject::title, SchemaObject::definition, (one, same) -> one));
    return new InspectionScope(
        wanted.isEmpty(), there, toolTables, settings.privileges(), definitions);
  }

  /** Schemas of a real database that the migrations know nothing of. */
  public List<String> foreign(Connection target, Dialect dialect, SchemaSnapshot expected)
      throws SQLException {
    List<String> wanted = own(expected);
    // MySQL's name for a schema is the database's; an empty scope stands for the connected one.
    Optional<String> connected =
        wanted.isEmpty() ? Optional.ofNullable(target.getCatalog()) : Optional.empty();
    return dialect.schemas(target).stream()
        .filter(s -> !wanted.contains(s) && !connected.equals(Optional.of(s)))
        .toList();
  }

  private List<String> own(SchemaSnapshot expected) {
    List<String> own = new ArrayList<>(settings.schemas());
    settings.historySchema().ifPresent(own::add);
    expected.objects().stream()
        .filter(o -> o.kind() == ObjectKind.SCHEMA)
        .map(o -> unquote(o.name()))
        .forEach(own::add);
    return own;
  }

  private static String unquote(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
