package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.QualifiedName;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Where migrations keep their tables, as far as their text tells. */
public final class MigratedSchemas {

  private MigratedSchemas() {}

  /**
   * The schemas of the tables and views that there are after all migrations.
   *
   * @param defaultSchema where names without schema belong
   */
  public static NavigableSet<String> of(
      MigrationSet set, Database database, StatementParser parser, String defaultSchema) {
    SchemaContext context = new SchemaContext(database, defaultSchema, Optional.empty());
    ChangeReader reader =
        new ChangeReader(parser, name -> context.types().routine(name).map(CreateRoutine::body));
    for (Migration migration : set.migrations()) {
      context.startMigration(false);
      reader.read(migration).parts().forEach(part -> context.apply(part.statement()));
    }
    NavigableSet<String> schemas = new TreeSet<>();
    context
        .all()
        .map(entry -> entry.getKey().in(defaultSchema))
        .map(QualifiedName::schema)
        .forEach(schema -> schema.ifPresent(schemas::add));
    return schemas;
  }
}
