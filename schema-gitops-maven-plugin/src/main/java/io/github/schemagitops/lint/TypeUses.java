package io.github.schemagitops.lint;

import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which columns have a type of the project's own. */
final class TypeUses {

  private TypeUses() {}

  /** Names of columns by table; tables without such a column are left out. */
  static Map<QualifiedName, List<String>> of(
      Stream<Map.Entry<QualifiedName, Relation>> relations, QualifiedName type) {
    Map<QualifiedName, List<String>> columns = new LinkedHashMap<>();
    relations
        .filter(entry -> entry.getValue().kind() == Relation.Kind.TABLE)
        .forEach(
            entry -> {
              List<String> own =
                  entry.getValue().columns().stream()
                      .filter(column -> isOf(column.type(), type))
                      .map(ColumnDefinition::name)
                      .toList();
              if (!own.isEmpty()) {
                columns.put(entry.getKey(), own);
              }
            });
    return columns;
  }

  /** Types are told apart by their bare names. */
  private static boolean isOf(DataType type, QualifiedName name) {
    String written = type.name().substring(type.name().lastIndexOf('.') + 1);
    return written.equals(name.name()) || written.equals(QualifiedName.quoted(name.name()));
  }
}
