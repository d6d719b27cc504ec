package io.github.schemagitops.dialect.mysql;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition of a trigger, routine or event in a snapshot, taken apart; their queries wrote it.
 *
 * @param definer as in {@code CREATE DEFINER=…}, empty for who runs the statement
 * @param head what stands before the SQL mode
 * @param sqlMode that it runs under
 * @param body what stands behind
 */
record ProgramText(String definer, String head, String sqlMode, String body) {

  static final String ACCOUNT = "DEFINER=`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)? ";

  private static final Pattern DEFINITION =
      Pattern.compile("^(" + ACCOUNT + ")?(.*?) ?SQL_MODE='([A-Z0-9_,]*)' ?(.*)$", Pattern.DOTALL);

  private static final Pattern TIME_ZONE = Pattern.compile(" TIME_ZONE='([^']*)'$");

  /** Empty when it is no such text. */
  static Optional<ProgramText> of(String definition) {
    Matcher parts = DEFINITION.matcher(definition);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String definer = parts.group(1) == null ? "" : parts.group(1);
    return Optional.of(new ProgramText(definer, parts.group(2), parts.group(3), parts.group(4)));
  }

  /** What a session needs while it makes the program, as SQL, by variable. */
  SortedMap<String, String> settings() {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("sql_mode", "'" + sqlMode + "'");
    timeZone().ifPresent(zone -> settings.put("time_zone", "'" + zone + "'"));
    return settings;
  }

  /** Of events: the time zone that their times are in. */
  Optional<String> timeZone() {
    Matcher zone = TIME_ZONE.matcher(head);
    return zone.find() ? Optional.of(zone.group(1)) : Optional.empty();
  }

  /** Without the time zone. */
  String schedule() {
    return TIME_ZONE.matcher(head).replaceFirst("");
  }
}
