package io.github.schemagitops.publish;

import io.github.schemagitops.finding.Finding;
import java.util.List;

/**
 * What came of telling others.
 *
 * @param findings who could not be told
 * @param notes who was told
 */
record Told(List<Finding> findings, List<String> notes) {

  Told {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
