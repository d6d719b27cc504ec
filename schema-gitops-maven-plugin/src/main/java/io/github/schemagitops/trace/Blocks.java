package io.github.schemagitops.trace;

/** What a lock keeps others from doing for as long as it is held, from least to most. */
public enum Blocks {
  NOTHING("blocks nothing"),
  SCHEMA_CHANGES("blocks only schema changes"),
  WRITES("blocks writes"),
  EVERYTHING("blocks everything");

  private final String words;

  Blocks(String words) {
    this.words = words;
  }

  /** For people, for instance {@code blocks writes}. */
  public String words() {
    return words;
  }
}
