package io.github.schemagitops.dialect.postgres.repair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the inspector writes after an index or a constraint because the server's own text lacks it.
 *
 * @param sql the server's own text
 * @param tablespace other than the default one
 * @param targets statistics targets by number of a column
 * @param valid false for one that is not used
 * @param clustered the table is sorted by it when it is clustered
 * @param triggers when the triggers that enforce a constraint fire
 */
record IndexNotes(
    String sql,
    Optional<String> tablespace,
    Map<String, String> targets,
    boolean valid,
    boolean clustered,
    ConstraintTriggers triggers) {

  private static final String TRIGGERS = "TRIGGERS";
  private static final Pattern CLUSTERED = Pattern.compile(" CLUSTERED$");
  private static final Pattern INVALID = Pattern.compile(" INVALID$");
  private static final Pattern TARGET = Pattern.compile(" COLUMN (\\d+) STATISTICS (\\d+)$");
  private static final Pattern TABLESPACE =
      Pattern.compile(" TABLESPACE (\"(?:[^\"]|\"\")+\"|\\w+)$");

  static IndexNotes read(String text) {
    int triggers = SqlScan.indexOf(text, TRIGGERS, 0);
    String noted = triggers < 0 ? text : text.substring(0, triggers).strip();
    Cut clustered = Cut.of(noted, CLUSTERED);
    Cut invalid = Cut.of(clustered.rest(), INVALID);
    Map<String, String> targets = new LinkedHashMap<>();
    String rest = invalid.rest();
    for (Matcher target = TARGET.matcher(rest); target.find(); target = TARGET.matcher(rest)) {
      targets.put(target.group(1), target.group(2));
      rest = rest.substring(0, target.start());
    }
    Cut tablespace = Cut.of(rest, TABLESPACE);
    return new IndexNotes(
        tablespace.rest(),
        tablespace.value(),
        targets,
        !invalid.found(),
        clustered.found(),
        triggers < 0
            ? ConstraintTriggers.USUAL
            : ConstraintTriggers.read(
                SqlScan.inside(text.substring(triggers + TRIGGERS.length()).strip())));
  }

  /** A text without what a pattern found at its end. */
  private record Cut(String rest, boolean found, Optional<String> value) {

    static Cut of(String text, Pattern end) {
      Matcher matcher = end.matcher(text);
      if (!matcher.find()) {
        return new Cut(text, false, Optional.empty());
      }
      Optional<String> value =
          matcher.groupCount() > 0 ? Optional.of(matcher.group(1)) : Optional.empty();
      return new Cut(text.substring(0, matcher.start()), true, value);
    }
  }
}
