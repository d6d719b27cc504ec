package io.github.schemagitops.config;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A difference between a database and Git that somebody has decided to live with.
 *
 * @param kind label of the kind of object, for instance {@code materialized view}; {@code *} for
 *     every kind
 * @param name glob on the object's qualified name: {@code *} stands for any text, {@code ?} for one
 *     character
 * @param reason why; told in every report
 * @param expires the last day (UTC) on which the rule holds; empty for one that holds for good
 * @param environment glob on the environment's id; {@code *} for every environment
 */
public record IgnoreRule(
    String kind, String name, String reason, Optional<LocalDate> expires, String environment) {

  /** For messages, for instance {@code index public.tmp_*}. */
  public String title() {
    return kind + " " + name;
  }
}
