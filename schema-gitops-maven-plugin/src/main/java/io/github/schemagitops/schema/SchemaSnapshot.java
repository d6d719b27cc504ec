package io.github.schemagitops.schema;

import java.util.List;

/**
 * The state of a schema at one moment.
 *
 * @param serverMajor major version of the server that rendered it: texts of different majors must
 *     not be compared
 * @param objects sorted by kind and name
 * @param coverage what was looked at
 */
public record SchemaSnapshot(int serverMajor, List<SchemaObject> objects, Coverage coverage) {

  public SchemaSnapshot {
    objects = objects.stream().sorted().toList();
  }

  /** The version that names compatible servers, as in image tags: {@code 17}, {@code 9.7}. */
  public String serverRelease() {
    return serverMajor < 100
        ? String.valueOf(serverMajor)
        : serverMajor / 100 + "." + serverMajor % 100;
  }
}
