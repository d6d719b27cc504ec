package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extensions: they can move, and be updated to a later version. */
final class ExtensionRepairs extends StatementRepairs {

  private static Clauses read(Part part) {
    return Clauses.read(part.text(), "WITH SCHEMA", "VERSION");
  }

  @Override
  public Repair change(Part before, Part after) {
    Optional<String> old = read(before).get("VERSION");
    Optional<String> young = read(after).get("VERSION");
    if (old.isPresent() && young.isPresent() && isEarlier(young.get(), old.get())) {
      return new Repair.Impossible("an extension cannot go back to an earlier version");
    }
    List<RepairStatement> all = new ArrayList<>();
    if (!old.equals(young)) {
      young.ifPresent(v -> all.add(alter(after, "UPDATE TO " + v)));
    }
    Optional<String> schema = read(after).get("WITH SCHEMA");
    if (!read(before).get("WITH SCHEMA").equals(schema)) {
      schema.ifPresent(s -> all.add(alter(after, "SET SCHEMA " + s)));
    }
    return all.isEmpty() ? new Repair.Impossible("only its name is known") : Repair.inPlace(all);
  }

  private static boolean isEarlier(String version, String other) {
    List<Integer> one = numbers(version);
    List<Integer> two = numbers(other);
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      if (!one.get(i).equals(two.get(i))) {
        return one.get(i) < two.get(i);
      }
    }
    return one.size() < two.size();
  }

  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : version.replaceAll("[^0-9]+", " ").strip().split(" ", -1)) {
      if (!part.isEmpty() && part.length() < 9) {
        numbers.add(Integer.valueOf(part));
      }
    }
    return numbers;
  }
}
