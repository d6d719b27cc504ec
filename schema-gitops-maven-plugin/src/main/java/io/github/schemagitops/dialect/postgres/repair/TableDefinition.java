package io.github.schemagitops.dialect.postgres.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table is apart from its columns, as the inspector writes it.
 *
 * @param unlogged its contents do not survive a crash
 * @param ofType the composite type that it is a table of
 * @param partitionOf the partitioned table that it is a part of
 * @param parents the tables that it inherits from, in order
 * @param bound {@code FOR VALUES …} or {@code DEFAULT} of a partition, else empty
 * @param detaching {@code DETACH CONCURRENTLY} did not come to its end
 * @param partitionBy its own partition key
 * @param method access method other than the default one
 * @param options storage parameters, without parentheses
 * @param replicaIdentity what follows these words
 * @param server of a foreign table
 * @param foreignOptions of a foreign table, without parentheses
 */
record TableDefinition(
    boolean unlogged,
    Optional<String> ofType,
    Optional<String> partitionOf,
    List<String> parents,
    String bound,
    boolean detaching,
    Optional<String> partitionBy,
    Optional<String> method,
    Optional<String> options,
    Optional<String> tablespace,
    boolean rowSecurity,
    boolean forceRowSecurity,
    Optional<String> replicaIdentity,
    Optional<String> server,
    Optional<String> foreignOptions) {

  static TableDefinition read(String text) {
    Clauses clauses =
        Clauses.read(
            text,
            "UNLOGGED",
            "TABLE",
            "OF",
            "PARTITION OF",
            "INHERITS",
            "FOR VALUES WITH",
            "FOR VALUES",
            "DEFAULT",
            "DETACH PENDING",
            "PARTITION BY",
            "USING",
            "WITH",
            "TABLESPACE",
            "ENABLE ROW LEVEL SECURITY",
            "FORCE ROW LEVEL SECURITY",
            "REPLICA IDENTITY",
            "SERVER",
            "OPTIONS");
    return new TableDefinition(
        clauses.has("UNLOGGED"),
        clauses.get("OF"),
        clauses.get("PARTITION OF"),
        clauses.get("INHERITS").map(list -> SqlScan.items(SqlScan.inside(list))).orElse(List.of()),
        Stream.of("FOR VALUES WITH", "FOR VALUES", "DEFAULT")
            .filter(clauses::has)
            .map(k -> (k + " " + clauses.get(k).orElse("")).strip())
            .findFirst()
            .orElse(""),
        clauses.has("DETACH PENDING"),
        clauses.get("PARTITION BY"),
        clauses.get("USING"),
        clauses.get("WITH").map(SqlScan::inside),
        clauses.get("TABLESPACE"),
        clauses.has("ENABLE ROW LEVEL SECURITY"),
        clauses.has("FORCE ROW LEVEL SECURITY"),
        clauses.get("REPLICA IDENTITY"),
        clauses.get("SERVER"),
        clauses.get("OPTIONS").map(SqlScan::inside));
  }

  /** All tables that it has its columns from. */
  List<String> allParents() {
    return partitionOf.map(List::of).orElse(parents);
  }

  /** Where it stands among other tables; empty when it stands alone. */
  Optional<String> inheritance() {
    String pending = detaching ? " DETACH PENDING" : "";
    return partitionOf
        .map(table -> "PARTITION OF " + table + " " + bound + pending)
        .or(
            () ->
                parents.isEmpty()
                    ? Optional.empty()
                    : Optional.of("INHERITS (" + String.join(", ", parents) + ")"));
  }

  /** Everything but inheritance and replica identity. */
  String rest() {
    StringBuilder text = new StringBuilder(unlogged ? "UNLOGGED TABLE" : "TABLE");
    server.ifPresent(s -> text.insert(0, "FOREIGN "));
    ofType.ifPresent(type -> text.append(" OF ").append(type));
    text.append(storage());
    text.append(rowSecurity ? " ENABLE ROW LEVEL SECURITY" : "");
    text.append(forceRowSecurity ? " FORCE ROW LEVEL SECURITY" : "");
    return text.toString();
  }

  /** What {@code CREATE TABLE} says at its end. */
  String storage() {
    StringBuilder text = new StringBuilder();
    partitionBy.ifPresent(key -> text.append(" PARTITION BY ").append(key));
    method.ifPresent(name -> text.append(" USING ").append(name));
    options.ifPresent(list -> text.append(" WITH (").append(Options.of(list).sql()).append(')'));
    tablespace.ifPresent(name -> text.append(" TABLESPACE ").append(name));
    server.ifPresent(name -> text.append(" SERVER ").append(name));
    foreignOptions.ifPresent(list -> text.append(" OPTIONS (").append(list).append(')'));
    return text.toString();
  }
}
