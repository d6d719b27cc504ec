package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Foreign servers. Who may log in there as whom is in no snapshot. */
final class ServerRepairs extends StatementRepairs {

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), "TYPE", "VERSION", "FOREIGN DATA WRAPPER", "OPTIONS");
  }

  private static ForeignOptions options(Part part) {
    return ForeignOptions.of(read(part).get("OPTIONS").orElse(""));
  }

  /** What only these roles know goes with the server; a table that is left keeps it. */
  private static final String DROP_MAPPINGS =
      """
      DO $$
      DECLARE
        mapping record;
      BEGIN
        FOR mapping IN
          SELECT usename FROM pg_user_mappings WHERE srvname = %s
        LOOP
          EXECUTE format('DROP USER MAPPING FOR %%s SERVER %s',
            CASE mapping.usename WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(mapping.usename) END);
        END LOOP;
      END
      $$""";

  @Override
  public List<RepairStatement> drop(Part part) {
    String mappings =
        DROP_MAPPINGS.formatted(
            Names.literal(Names.unquoted(part.name())), part.name().replace("'", "''"));
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.hazardous(mappings, part.title(), Hazard.DROP_TYPE));
    all.addAll(super.drop(part));
    return all;
  }

  @Override
  public Optional<String> refusal(Part part) {
    return options(part).hasSecret() ? Optional.of(ForeignOptions.REFUSAL) : Optional.empty();
  }

  @Override
  public Repair change(Part before, Part after) {
    Clauses old = read(before);
    Clauses young = read(after);
    Optional<String> refusal = options(after).refusalFrom(options(before));
    if (refusal.isPresent()) {
      return new Repair.Impossible(refusal.get());
    }
    boolean alterable =
        old.get("TYPE").equals(young.get("TYPE"))
            && old.get("FOREIGN DATA WRAPPER").equals(young.get("FOREIGN DATA WRAPPER"))
            && (old.get("VERSION").isEmpty() || young.get("VERSION").isPresent());
    if (!alterable) {
      return refusal(after).<Repair>map(Repair.Impossible::new).orElseGet(Repair.Anew::new);
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!old.get("VERSION").equals(young.get("VERSION"))) {
      young.get("VERSION").ifPresent(v -> all.add(alter(after, "VERSION " + v)));
    }
    options(after).changesFrom(options(before)).ifPresent(o -> all.add(alter(after, o)));
    return Repair.inPlace(all);
  }
}
