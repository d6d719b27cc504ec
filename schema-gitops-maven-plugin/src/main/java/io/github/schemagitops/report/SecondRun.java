package io.github.schemagitops.report;

/** What came of running a repeatable migration again. */
public enum SecondRun {
  UNCHANGED("second run changes nothing"),
  CHANGED("second run CHANGES the result"),
  FAILED("second run FAILED");

  private final String words;

  SecondRun(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
