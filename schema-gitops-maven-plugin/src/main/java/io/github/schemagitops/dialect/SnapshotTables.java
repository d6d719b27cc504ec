package io.github.schemagitops.dialect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables and materialized views of a snapshot in the words of statements that would make them,
 * for whoever knows schemas from statements. A table is read when it is asked for: of thousands, a
 * change touches a few.
 */
public final class SnapshotTables {

  private static final Set<ObjectKind> PARTS =
      Set.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX);

  private static final Span NOWHERE = new Span(0, 1);

  /** Where a column's type ends; what follows it may be of no grammar, but tells about NOT NULL. */
  private static final Pattern BEHIND_TYPE =
      Pattern.compile(
          " (COLLATE|NOT NULL|GENERATED|DEFAULT|NO DEFAULT|STORAGE|COMPRESSION|STATISTICS|WITH \\() ?");

  private static final Pattern NOT_NULL = Pattern.compile(" NOT NULL(?! (NO INHERIT|NOT VALID))");
  private static final String PARTITION_BY = "PARTITION BY";
  private static final Pattern PARTITION_OF = Pattern.compile("\\bPARTITION OF (\\S+)");
  private static final Pattern NAME_PART =
      Pattern.compile("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[^.\"`]+");

  /** What an inspector notes behind a constraint, which is not part of its SQL. */
  private static final Pattern TRIGGERS =
      Pattern.compile(" TRIGGERS \\((?:DISABLED|ENABLE REPLICA|ENABLE ALWAYS) [^']*\\)$");

  private final StatementParser parser;
  private final String defaultSchema;
  private final Map<QualifiedName, SchemaObject> relations = new LinkedHashMap<>();
  private final Map<String, List<SchemaObject>> parts;

  /**
   * @param snapshot of a database
   * @param parser of its dialect
   * @param defaultSchema where names without schema belong
   */
  public SnapshotTables(SchemaSnapshot snapshot, StatementParser parser, String defaultSchema) {
    this.parser = parser;
    this.defaultSchema = defaultSchema;
    snapshot.objects().stream()
        .filter(o -> isTable(o) || isMaterializedView(o))
        .forEach(o -> relations.put(name(o.name()), o));
    this.parts =
        snapshot.objects().stream()
            .filter(o -> PARTS.contains(o.kind()))
            .filter(o -> o.parent().isPresent())
            .collect(groupingBy(o -> o.parent().orElseThrow()));
  }

  private static boolean isTable(SchemaObject object) {
    return object.kind() == ObjectKind.TABLE;
  }

  private static boolean isMaterializedView(SchemaObject object) {
    return object.kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  /** All names, each with its schema. */
  public Set<QualifiedName> names() {
    return Set.copyOf(relations.keySet());
  }

  /**
   * Tables that have a name in their own name or definition, or in that of a part of theirs.
   *
   * @param name without quotes
   */
  public Set<QualifiedName> mentioning(String name) {
    // A quote in a name is doubled in SQL.
    String written = name.replace("\"", "\"\"");
    return relations.entrySet().stream()
        .filter(
            entry ->
                mentions(entry.getValue(), written)
                    || parts.getOrDefault(entry.getValue().name(), List.of()).stream()
                        .anyMatch(part -> mentions(part, written)))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static boolean mentions(SchemaObject object, String name) {
    return object.name().contains(name) || object.definition().contains(name);
  }

  /** Statements that make a table; empty for a name that is not there. */
  public List<Statement> statements(QualifiedName name) {
    SchemaObject object = relations.get(name);
    if (object == null) {
      return List.of();
    }
    if (isMaterializedView(object)) {
      return List.of(new CreateView(name, true, false, false, NOWHERE));
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(create(name, object.definition()));
    parts.getOrDefault(object.name(), List.of()).stream()
        .map(part -> parser.parse(new SqlStatement(sql(part), 1, 1, true)))
        .flatMap(statement -> about(name, statement))
        .forEach(statements::add);
    return statements;
  }

  /** A part in the words of a statement that adds it to a table. */
  private static String sql(SchemaObject part) {
    String add = "ALTER TABLE t ADD ";
    return switch (part.kind()) {
      case COLUMN -> add + column(part);
      case CONSTRAINT -> add + constraint(part);
      // PostgreSQL's indexes are whole statements, MySQL's what stands behind ADD.
      default ->
          part.definition().startsWith("CREATE") ? part.definition() : add + part.definition();
    };
  }

  /** The statement about this table; nothing when it could not be read. */
  private static Stream<Statement> about(QualifiedName table, Statement statement) {
    if (statement instanceof AlterTable alter) {
      return Stream.of(new AlterTable(table, alter.actions(), false, OnlineClause.NONE, NOWHERE));
    }
    return statement instanceof CreateIndex index ? Stream.of(index) : Stream.of();
  }

  private CreateTable create(QualifiedName name, String definition) {
    Matcher parent = PARTITION_OF.matcher(definition);
    return new CreateTable(
        name,
        CreateTable.How.PLAIN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new CreateTable.Partitioning(
            parent.find() ? Optional.of(name(parent.group(1))) : Optional.empty(),
            definition.endsWith(" DEFAULT"),
            definition.contains(PARTITION_BY),
            key(definition)),
        Map.of(),
        NOWHERE);
  }

  /** The columns that decide where rows go. */
  private List<String> key(String definition) {
    int by = definition.indexOf(PARTITION_BY);
    return by >= 0
            && parser.parse(
                    new SqlStatement(
                        "CREATE TABLE t (a int) " + definition.substring(by), 1, 1, true))
                instanceof CreateTable table
        ? table.partitioning().key()
        : List.of();
  }

  private static String column(SchemaObject column) {
    String definition = column.definition();
    Matcher end = BEHIND_TYPE.matcher(definition);
    String type = end.find() ? definition.substring(0, end.start()) : definition;
    boolean notNull = NOT_NULL.matcher(definition.substring(type.length())).find();
    return "COLUMN " + ownName(column) + " " + type + (notNull ? " NOT NULL" : "");
  }

  private static String constraint(SchemaObject constraint) {
    return "CONSTRAINT "
        + ownName(constraint)
        + " "
        + TRIGGERS.matcher(constraint.definition()).replaceFirst("");
  }

  /** The name without the table's. */
  private static String ownName(SchemaObject part) {
    return part.name().substring(part.parent().orElseThrow().length() + 1);
  }

  private QualifiedName name(String sql) {
    List<String> names =
        NAME_PART.matcher(sql).results().map(part -> unquoted(part.group())).toList();
    return names.size() == 2
        ? QualifiedName.of(names.get(0), names.get(1))
        : QualifiedName.of(defaultSchema, unquoted(sql));
  }

  private static String unquoted(String name) {
    char quote = name.charAt(0);
    return quote == '"' || quote == '`'
        ? name.substring(1, name.length() - 1)
            .replace(String.valueOf(quote).repeat(2), String.valueOf(quote))
        : name;
  }
}
