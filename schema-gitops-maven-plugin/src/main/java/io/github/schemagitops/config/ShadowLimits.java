package io.github.schemagitops.config;

import java.time.Duration;

/**
 * What migrations on a throwaway database may use. Time is enforced from outside of the server;
 * memory and processes where the provider can (containers); temporary files by the server.
 *
 * @param time for the whole run; then the server is killed
 * @param memoryBytes of a container
 * @param processes of a container
 * @param tempFileBytes that one session may write for sorts and hashes
 */
public record ShadowLimits(Duration time, long memoryBytes, long processes, long tempFileBytes) {

  /** Thirty minutes, 1 GiB of memory, 512 processes, 1 GiB of temporary files. */
  public static final ShadowLimits DEFAULT =
      new ShadowLimits(Duration.ofMinutes(30), 1L << 30, 512, 1L << 30);

  /** The same with another time limit. */
  public ShadowLimits within(Duration limit) {
    return new ShadowLimits(limit, memoryBytes, processes, tempFileBytes);
  }
}
