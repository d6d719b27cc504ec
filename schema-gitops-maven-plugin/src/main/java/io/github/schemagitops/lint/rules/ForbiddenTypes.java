package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.DataType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags the types that a project does not want. */
public final class ForbiddenTypes implements Rule {

  /** What people write in place of the names that columns have here. */
  private static final Map<String, String> SHORT =
      Map.of(
          "int", "integer",
          "int8", "bigint",
          "decimal", "numeric",
          "bool", "boolean",
          "character", "char",
          "character varying", "varchar",
          "float8", "double precision",
          "timestamp without time zone", "timestamp",
          "timestamp with time zone", "timestamptz",
          "time with time zone", "timetz");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "forbidden-types", "A new column has a type that the project does not want.")
        .everywhere()
        .offByDefault()
        .taking(
            new RuleParameter(
                "types",
                "",
                "Types with commas between them, by their short names: `json,money,varchar(255)`. A name alone stands for every length."));
  }

  @Override
  public Stream<Finding> check(Step step) {
    Set<String> forbidden =
        Stream.of(step.parameter(this, "types").split(",", -1))
            .map(type -> type.strip().toLowerCase(Locale.ROOT).replace(" (", "("))
            .filter(type -> !type.isEmpty())
            .map(type -> step.database() == Database.POSTGRESQL ? shortName(type) : type)
            .collect(Collectors.toSet());
    return NewColumn.of(step)
        .filter(column -> names(column).anyMatch(forbidden::contains))
        .map(
            column ->
                step.finding(
                    this,
                    column.span(),
                    column.table(),
                    "%s is %s, which this project does not want"
                        .formatted(column.title(), column.type()),
                    "forbidden-types.types: " + step.parameter(this, "types"),
                    "take another type"));
  }

  private static Stream<String> names(NewColumn column) {
    boolean serial = column.definition().generation().equals(Optional.of(Generation.SERIAL));
    return Stream.of(
        column.type().name(),
        new DataType(column.type().name(), column.type().modifiers(), 0).toString(),
        serial ? column.type().name().replace("integer", "int").replace("int", "serial") : "");
  }

  private static String shortName(String type) {
    int length = type.indexOf('(');
    String name = length < 0 ? type : type.substring(0, length);
    return SHORT.getOrDefault(name, name) + type.substring(name.length());
  }
}
