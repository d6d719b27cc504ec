package io.github.schemagitops.report;

/**
 * How many migrations a run concerned.
 *
 * @param total in the project
 * @param added new since the base branch
 * @param pending not applied to the environment
 * @param applied applied by this run
 */
public record MigrationCounts(int total, int added, int pending, int applied) {

  static final MigrationCounts NONE = new MigrationCounts(0, 0, 0, 0);
}
