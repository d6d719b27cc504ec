package io.github.schemagitops.shadow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A platform that PostgreSQL programs are built for.
 *
 * @param id as in artifact names, for instance {@code linux-amd64}
 * @param windows whether programs end in {@code .exe}
 */
record ServerPlatform(String id, boolean windows) {

  /** Platform ids with programs, for people. */
  static final String SUPPORTED =
      "linux-amd64, linux-arm64v8, linux-amd64-alpine, darwin-amd64, darwin-arm64v8, windows-amd64";

  /** This machine's platform; empty when there are no programs for it. */
  static Optional<ServerPlatform> current() {
    return of(osName(), osArchitecture(), Files.exists(Path.of("/etc/alpine-release")));
  }

  /**
   * The platform of a machine.
   *
   * @param os as Java names it, for instance {@code Mac OS X}
   * @param architecture as Java names it, for instance {@code aarch64}
   * @param alpine whether the C library is musl
   */
  static Optional<ServerPlatform> of(String os, String architecture, boolean alpine) {
    Optional<String> cpu =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> Optional.of("amd64");
          case "aarch64", "arm64" -> Optional.of("arm64v8");
          default -> Optional.empty();
        };
    String name = os.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      // Windows on ARM runs programs built for amd64.
      return cpu.map(any -> new ServerPlatform("windows-amd64", true));
    }
    if (name.startsWith("mac")) {
      return cpu.map(c -> new ServerPlatform("darwin-" + c, false));
    }
    return name.startsWith("linux")
        ? cpu.map(c -> new ServerPlatform("linux-" + c + (alpine ? "-alpine" : ""), false))
        : Optional.empty();
  }

  /** For people: {@code Linux on riscv64}. */
  static String describeCurrent() {
    return osName() + " on " + osArchitecture();
  }

  /** File name of a program of the server. */
  String program(String name) {
    return windows ? name + ".exe" : name;
  }

  // What the machine is, not how somebody set the plugin: hence not part of the configuration.
  private static String osName() {
    return System.getProperty("os.name", "an unknown system");
  }

  private static String osArchitecture() {
    return System.getProperty("os.arch", "an unknown processor");
  }
}
