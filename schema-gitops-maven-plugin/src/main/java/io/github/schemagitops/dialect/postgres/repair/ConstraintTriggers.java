package io.github.schemagitops.dialect.postgres.repair;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When the internal triggers that enforce a constraint fire, where that is not as usual. One that
 * does not fire lets rows in that break the constraint.
 *
 * @param states {@code DISABLED}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS} by what the
 *     inspector calls a trigger: {@code "RI_FKey_check_ins" ON shop.item}
 */
record ConstraintTriggers(Map<String, String> states) {

  static final ConstraintTriggers USUAL = new ConstraintTriggers(Map.of());

  private static final String ALWAYS = "ENABLE ALWAYS";

  /** The triggers have names that only the server knows; those of partitions are their own. */
  private static final String SET =
      """
      DO $$
      DECLARE
        enforcing record;
      BEGIN
        FOR enforcing IN
          WITH RECURSIVE part (oid) AS (
            SELECT c.oid FROM pg_constraint c
            WHERE c.conrelid = %s::regclass AND c.conname = %s
            UNION ALL
            SELECT c.oid FROM part JOIN pg_constraint c ON c.conparentid = part.oid)
          SELECT wanted.action, t.tgrelid::regclass AS relation, t.tgname AS name
          FROM (VALUES
              %s) wanted (action, function, relation)
            JOIN pg_trigger t ON t.tgrelid = wanted.relation AND t.tgisinternal
            JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = wanted.function
            JOIN part ON part.oid = t.tgconstraint
        LOOP
          EXECUTE format('ALTER TABLE ONLY %%s %%s TRIGGER %%I',
            enforcing.relation, enforcing.action, enforcing.name);
        END LOOP;
      END
      $$\
      """;

  /**
   * Reads a list.
   *
   * @param list {@code DISABLED "RI_FKey_check_ins" ON shop.item, …}, without parentheses
   */
  static ConstraintTriggers read(String list) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String item : SqlScan.items(list)) {
      String state =
          item.startsWith("DISABLED ")
              ? "DISABLED"
              : item.startsWith(ALWAYS + " ") ? ALWAYS : "ENABLE REPLICA";
      states.put(item.substring(state.length() + 1), state);
    }
    return new ConstraintTriggers(states);
  }

  /** True when rows may have come that a trigger would check in future and has not checked. */
  boolean missedWhatIsCheckedBy(ConstraintTriggers young) {
    return states.entrySet().stream()
        .anyMatch(s -> !fires(s.getValue()) && fires(young.state(s.getKey())));
  }

  private String state(String trigger) {
    return states.getOrDefault(trigger, "");
  }

  private static boolean fires(String state) {
    return state.isEmpty() || state.equals(ALWAYS);
  }

  /** The statement that leads here from other states; only a superuser can run it. */
  String changesFrom(ConstraintTriggers old, String table, String constraint) {
    Set<String> different = new TreeSet<>(states.keySet());
    different.addAll(old.states.keySet());
    different.removeIf(trigger -> state(trigger).equals(old.state(trigger)));
    return SET.formatted(
        Names.literal(table),
        Names.literal(Names.unquoted(constraint)),
        different.stream().map(this::row).collect(joining(", ")));
  }

  private String row(String trigger) {
    int on = SqlScan.indexOf(trigger, "ON", 0);
    return "(%s, %s, %s::regclass)"
        .formatted(
            Names.literal(new FiringState("", state(trigger)).verb()),
            Names.literal(Names.unquoted(trigger.substring(0, on).strip())),
            Names.literal(trigger.substring(on + "ON ".length())));
  }
}
