package io.github.schemagitops.dialect.postgres.repair;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Aggregates, whose definitions the inspector writes. */
final class AggregateRepairs implements Family {

  private static final Map<String, String> MODIFICATIONS =
      Map.of("r", "READ_ONLY", "s", "SHAREABLE", "w", "READ_WRITE");

  private static final Map<String, String> PARALLEL =
      Map.of("u", "UNSAFE", "s", "SAFE", "r", "RESTRICTED");

  /**
   * An aggregate.
   *
   * @param arguments without parentheses
   * @param options {@code SFUNC = …} and the others
   */
  private record Definition(String arguments, String returns, List<String> options) {

    static Definition read(String text) {
      Clauses clauses = Clauses.read(text, "AGGREGATE", "RETURNS");
      String result = clauses.get("RETURNS").orElseThrow();
      int options = result.indexOf(" (SFUNC = ");
      return new Definition(
          SqlScan.inside(clauses.get("AGGREGATE").orElseThrow()),
          result.substring(0, options),
          SqlScan.items(SqlScan.inside(result.substring(options + 1))));
    }
  }

  /** Arguments as {@code DROP AGGREGATE} and its like want them. */
  static String arguments(String definition) {
    String arguments = Definition.read(definition).arguments();
    return arguments.isEmpty() ? "*" : arguments;
  }

  @Override
  public List<RepairStatement> create(Part part) {
    return List.of(RepairStatement.safe("CREATE " + statement(part), part.title()));
  }

  private static String statement(Part part) {
    Definition aggregate = Definition.read(part.text());
    boolean moving = aggregate.options().stream().anyMatch(o -> o.startsWith("MSFUNC "));
    String options =
        aggregate.options().stream()
            .filter(o -> moving || !o.startsWith("MFINALFUNC_MODIFY"))
            .map(AggregateRepairs::option)
            .collect(joining(", "));
    return "AGGREGATE %s(%s) (%s)"
        .formatted(Names.withoutArguments(part.name()), arguments(part.text()), options);
  }

  /** The catalogs have functions with their arguments and modes as letters. */
  private static String option(String option) {
    int equals = option.indexOf(" = ");
    if (equals < 0) {
      return option;
    }
    String name = option.substring(0, equals);
    String value = option.substring(equals + " = ".length());
    return name
        + " = "
        + switch (name) {
          case "FINALFUNC_MODIFY", "MFINALFUNC_MODIFY" ->
              Objects.requireNonNull(MODIFICATIONS.get(value), value);
          case "PARALLEL" -> Objects.requireNonNull(PARALLEL.get(value), value);
          case "SORTOP" -> "OPERATOR(" + operator(value) + ")";
          case "STYPE", "MSTYPE", "SSPACE", "MSSPACE", "INITCOND", "MINITCOND" -> value;
          default -> Names.withoutArguments(value);
        };
  }

  private static String operator(String value) {
    String name = value.substring(0, value.lastIndexOf('('));
    return name.contains(".") ? name : "pg_catalog." + name;
  }

  @Override
  public List<RepairStatement> drop(Part part) {
    return List.of(RepairStatement.safe("DROP " + Subjects.sql(part.object()), part.title()));
  }

  @Override
  public Repair change(Part before, Part after) {
    Definition old = Definition.read(before.text());
    Definition young = Definition.read(after.text());
    boolean replaceable =
        old.arguments().equals(young.arguments())
            && old.returns().equals(young.returns())
            && isHypothetical(old).equals(isHypothetical(young));
    return replaceable
        ? Repair.inPlace(
            RepairStatement.safe("CREATE OR REPLACE " + statement(after), after.title()))
        : new Repair.Anew();
  }

  private static Optional<String> isHypothetical(Definition aggregate) {
    return aggregate.options().stream().filter(o -> o.equals("HYPOTHETICAL")).findAny();
  }
}
