package io.github.schemagitops.git;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.List;
import java.util.Optional;

/**
 * What a change is compared with.
 *
 * @param name as the user knows it, for instance {@code origin/main}
 * @param tip newest commit of the base branch
 * @param mergeBase where the change left it
 */
public record BaseBranch(String name, String tip, String mergeBase) {

  /** Tried in this order when neither the user nor the CI server names a base. */
  private static final List<String> USUAL = List.of("origin/HEAD", "origin/main", "origin/master");

  /** First seven characters of the merge base. */
  public String shortId() {
    return mergeBase.substring(0, 7);
  }

  /** Name and merge base, or the merge base alone where the user named it by its id. */
  public String title() {
    return mergeBase.startsWith(name) ? shortId() : name + " (" + shortId() + ")";
  }

  /**
   * Finds the base of what is checked out.
   *
   * @param configured what the user asked for; must exist
   * @param ciTarget branch that the CI server says the change goes to; must exist
   * @return empty when nothing was asked for and no usual base exists
   */
  public static Optional<BaseBranch> find(
      GitRepository git, Optional<String> configured, Optional<String> ciTarget) {
    if (git.head().isEmpty()) {
      return Optional.empty();
    }
    if (configured.isPresent()) {
      String name = configured.get();
      return Optional.of(required(git, name, "schema.gitBase", List.of(name, "origin/" + name)));
    }
    if (ciTarget.isPresent()) {
      String name = ciTarget.get();
      return Optional.of(
          required(git, name, "the CI server's target branch", List.of("origin/" + name, name)));
    }
    return USUAL.stream().filter(r -> git.resolve(r).isPresent()).findFirst().map(r -> at(git, r));
  }

  private static BaseBranch required(
      GitRepository git, String name, String origin, List<String> candidates) {
    return candidates.stream()
        .filter(r -> git.resolve(r).isPresent())
        .findFirst()
        .map(r -> at(git, r))
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "the Git base '%s' (%s) does not exist in this clone%s"
                        .formatted(name, origin, git.isShallow() ? ", which is shallow" : ""),
                    fetchAdvice()));
  }

  private static BaseBranch at(GitRepository git, String name) {
    String tip = git.resolve(name).orElseThrow();
    String head = git.head().orElseThrow();
    String mergeBase =
        git.mergeBase(tip, head)
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        git.isShallow()
                            ? "this clone is shallow: the commit where the change left '%s' is missing"
                                .formatted(name)
                            : "'%s' and the checked-out commit have no common history"
                                .formatted(name),
                        fetchAdvice()));
    return new BaseBranch(name, tip, mergeBase);
  }

  private static String fetchAdvice() {
    return "fetch the whole history: git fetch --unshallow origin, or fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)";
  }
}
