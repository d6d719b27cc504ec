package io.github.schemagitops.dialect.postgres.repair;

import java.util.Optional;
import java.util.regex.Pattern;

/** Roles as snapshots have them. */
final class Roles {

  /** The role that runs the migrations, and the scripts; it is called otherwise everywhere. */
  static final String MIGRATION_OWNER = "<migration owner>";

  private static final Pattern GONE = Pattern.compile("\\brole \\d+\\b");

  private Roles() {}

  /** A text with roles as a statement has them. */
  static String sql(String text) {
    return text.replace(MIGRATION_OWNER, "CURRENT_USER");
  }

  /** Why no statement can name the roles of a text; empty when one can. */
  static Optional<String> refusal(String text) {
    return GONE.matcher(text).find()
        ? Optional.of("it names a role that does not exist any more")
        : Optional.empty();
  }
}
