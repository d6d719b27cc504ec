package io.github.schemagitops.goal;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import java.sql.SQLException;
import java.util.Optional;

/** Database errors in the middle of work. */
final class Unexpected {

  private Unexpected() {}

  static SchemaGitOpsException database(String which, SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if ("42501".equals(e.getSQLState())) {
      return new SchemaGitOpsException(
          new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
          "%s does not let this role do what it must: %s".formatted(which, message),
          "grant the role what the message names",
          Optional.empty(),
          e);
    }
    return SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "%s failed while it was being read: %s".formatted(which, message),
        "check that the server is still there and that the role may read its catalogs",
        e);
  }
}
