package io.github.schemagitops.config;

/** A value that must never be printed. {@link #toString()} gives {@code ***}. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the driver only. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
