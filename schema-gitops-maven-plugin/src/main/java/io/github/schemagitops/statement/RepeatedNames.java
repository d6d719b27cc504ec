package io.github.schemagitops.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that stand in a list more than once. */
public final class RepeatedNames {

  private RepeatedNames() {}

  /** Each such name once, in their order; names as the server compares them. */
  public static List<String> in(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().filter(name -> !seen.add(name)).distinct().toList();
  }
}
