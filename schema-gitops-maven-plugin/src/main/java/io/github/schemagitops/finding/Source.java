package io.github.schemagitops.finding;

/** How a finding was made. */
public enum Source {
  /** By reading the files. */
  STATIC,
  /** By watching a real server. */
  TRACE,
  /** Read in the files and then seen on a real server. */
  CONFIRMED
}
