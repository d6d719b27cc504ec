package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,         amd64,   false, linux-amd64",
    "Linux,         amd64,   true,  linux-amd64-alpine",
    "Linux,         aarch64, false, linux-arm64v8",
    "Mac OS X,      x86_64,  false, darwin-amd64",
    "Mac OS X,      aarch64, false, darwin-arm64v8",
    "Windows 11,    amd64,   false, windows-amd64",
    "Windows 11,    aarch64, false, windows-amd64",
  })
  void knows_the_artifact_of_a_machine(String os, String processor, boolean musl, String id) {
    assertThat(ServerPlatform.of(os, processor, musl)).map(ServerPlatform::id).contains(id);
  }

  @Test
  void knows_no_artifact_for_other_machines() {
    assertThat(ServerPlatform.of("Linux", "riscv64", false)).isEmpty();
    assertThat(ServerPlatform.of("SunOS", "amd64", false)).isEmpty();
  }

  @Test
  void names_programs_as_the_system_does() {
    assertThat(new ServerPlatform("linux-amd64", false).program("initdb")).isEqualTo("initdb");
    assertThat(new ServerPlatform("windows-amd64", true).program("initdb")).isEqualTo("initdb.exe");
  }
}
