package io.github.schemagitops.config;

/** Tells a waiting human how far long work has come. The only output before the report. */
@FunctionalInterface
public interface Progress {

  /** Says nothing. */
  Progress SILENT = message -> {};

  /** One short line, for instance {@code applying 17 of 40: V17__orders.sql}. */
  void say(String message);
}
