package io.github.schemagitops.finding;

import java.util.Comparator;
import java.util.Optional;

/**
 * One complaint or remark.
 *
 * @param rule kebab-case id of the rule or check, for instance {@code index-not-concurrent}
 * @param severity how bad it is
 * @param message one sentence: what is wrong, naming the object and what is blocked
 * @param help what to do, starting with a verb; empty when there is nothing to do
 * @param location where; empty when no file is concerned
 * @param object qualified name of the database object concerned, when there is one
 * @param source how it was found
 * @param frame the guilty source line, when known
 * @param fix a change of files that makes it go away, when there is a mechanical one
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    String help,
    Optional<Location> location,
    Optional<String> object,
    Source source,
    Optional<CodeFrame> frame,
    Optional<Fix> fix)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.location.map(Location::file).orElse(""))
          .thenComparingInt(f -> f.location.map(Location::line).orElse(0))
          .thenComparingInt(f -> f.location.map(Location::column).orElse(0))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** A static finding at a place, without object and frame. */
  public static Finding at(
      Location location, String rule, Severity severity, String message, String help) {
    return new Finding(
        rule,
        severity,
        message,
        help,
        Optional.of(location),
        Optional.empty(),
        Source.STATIC,
        Optional.empty(),
        Optional.empty());
  }

  /** A static finding about no particular file. */
  public static Finding general(String rule, Severity severity, String message, String help) {
    return new Finding(
        rule,
        severity,
        message,
        help,
        Optional.empty(),
        Optional.empty(),
        Source.STATIC,
        Optional.empty(),
        Optional.empty());
  }

  /** The same finding about a named database object. */
  public Finding about(String name) {
    return new Finding(
        rule, severity, message, help, location, Optional.of(name), source, frame, fix);
  }

  /** The same finding, taken more or less seriously. */
  public Finding as(Severity otherSeverity) {
    return new Finding(rule, otherSeverity, message, help, location, object, source, frame, fix);
  }

  /** The same finding in other words. */
  public Finding saying(String words) {
    return new Finding(rule, severity, words, help, location, object, source, frame, fix);
  }

  /** The same finding with its source line. */
  public Finding showing(CodeFrame line) {
    return new Finding(
        rule, severity, message, help, location, object, source, Optional.of(line), fix);
  }

  /** The same finding, made in another way. */
  public Finding by(Source other) {
    return new Finding(rule, severity, message, help, location, object, other, frame, fix);
  }

  /** The same finding with a change that makes it go away. */
  public Finding fixedBy(Optional<Fix> change) {
    return new Finding(rule, severity, message, help, location, object, source, frame, change);
  }

  /** By file, line, column, rule: reports are stable. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
