package io.github.schemagitops.publish;

import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * News for one receiver.
 *
 * @param event what is new
 * @param report what was found
 * @param project short name of the project
 * @param fingerprint of what was found
 * @param previous fingerprint of what the receiver was last told; empty when nothing is known
 * @param time of the check
 * @param toolVersion version of this tool
 */
record Alert(
    Event event,
    Report report,
    String project,
    String fingerprint,
    Optional<String> previous,
    Instant time,
    String toolVersion) {

  /** What is new. */
  enum Event {
    /** All was well before, or nothing is known of before. */
    OPENED,
    /** Something else is wrong than before. */
    CHANGED,
    /** All is well again. */
    RESOLVED
  }

  String environment() {
    return report.environment().orElse("");
  }

  /** The differences between the database and Git. */
  List<Change> changes() {
    return report.changes().map(SchemaChanges::diff).map(SchemaDiff::changes).orElse(List.of());
  }
}
