package io.github.schemagitops.dialect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what stands in rows out of messages: logs of pipelines are no place for it. */
public final class RowValues {

  private static final List<Pattern> QUOTING =
      List.of(
          Pattern.compile("^Duplicate entry '(.*)' for key\\b"),
          Pattern.compile("\\b[Ii]ncorrect [\\w ]*value: '(.*)' for column \\S+ at row \\d+$"),
          Pattern.compile("\\b[Ii]ncorrect [\\w ]*value: '(.*)'"),
          Pattern.compile("\\binvalid input (?:syntax|value) for [^:]*: \"(.*)\""),
          Pattern.compile("\\bvalue \"(.*)\" is out of range\\b"),
          Pattern.compile("\\bout of range: \"(.*)\""));

  private RowValues() {}

  /**
   * The message of a server, with {@code …} for a value that the statement itself does not have.
   *
   * @param sql the statement that failed
   */
  public static String hidden(String message, String sql) {
    for (Pattern quoting : QUOTING) {
      Matcher quoted = quoting.matcher(message);
      if (quoted.find() && !sql.contains(quoted.group(1))) {
        return message.substring(0, quoted.start(1)) + "…" + message.substring(quoted.end(1));
      }
    }
    return message;
  }
}
