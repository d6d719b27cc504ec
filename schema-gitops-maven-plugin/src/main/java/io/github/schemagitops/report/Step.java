package io.github.schemagitops.report;

/**
 * One thing a goal did or found out, in order.
 *
 * @param label short, for instance {@code lock}
 * @param text the rest of the line
 */
public record Step(String label, String text) {}
