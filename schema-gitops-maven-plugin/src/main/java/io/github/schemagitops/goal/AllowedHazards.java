package io.github.schemagitops.goal;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.finding.NearestWord;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which hazards a user permits. */
final class AllowedHazards {

  private AllowedHazards() {}

  /**
   * Hazards by their ids.
   *
   * @throws SchemaGitOpsException for an id that there is not: one that is misspelt must not pass
   *     for a permission that changes nothing
   */
  static Set<Hazard> of(List<String> ids) {
    Set<Hazard> allowed = EnumSet.noneOf(Hazard.class);
    for (String id : ids) {
      if (!id.isBlank()) {
        allowed.add(Hazard.named(id).orElseThrow(() -> unknown(id.strip())));
      }
    }
    return allowed;
  }

  /** The permission that statements of these hazards need, for the command line. */
  static String option(Stream<Hazard> hazards) {
    return "-Dschema.allow="
        + hazards.map(Hazard::id).distinct().sorted().collect(Collectors.joining(","));
  }

  private static SchemaGitOpsException unknown(String id) {
    List<String> known = Stream.of(Hazard.values()).map(Hazard::id).toList();
    String guess = NearestWord.to(id, known).map("did you mean %s? "::formatted).orElse("");
    return SchemaGitOpsException.badInput(
        "schema.allow names '%s', which is no hazard".formatted(id),
        guess + "there are: " + String.join(", ", known));
  }
}
