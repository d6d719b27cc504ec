package io.github.schemagitops.mojo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CI servers say about a change in environment variables. */
final class CiEnvironment {

  /** GitHub, GitLab, Bitbucket, Jenkins multibranch, Azure: set for pull requests only. */
  private static final List<String> TARGET_BRANCH =
      List.of(
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "CHANGE_TARGET",
          "SYSTEM_PULLREQUEST_TARGETBRANCHNAME");

  private CiEnvironment() {}

  /** The branch that a pull request goes to. */
  static Optional<String> targetBranch(Map<String, String> environment) {
    return TARGET_BRANCH.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(branch -> !branch.isBlank())
        .findFirst();
  }
}
