package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstanceDirectoryTest {

  @Test
  void removes_what_a_killed_build_left_and_nothing_else() throws IOException {
    InstanceDirectory own = InstanceDirectory.create();
    InstanceDirectory sibling = InstanceDirectory.create();
    Path abandoned = Files.createTempDirectory("schema-gitops-shadow-");
    Path lock = Files.createFile(abandoned.resolve("locked-by-1"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(60)));
    Path young = Files.createTempDirectory("schema-gitops-shadow-");
    Files.createFile(young.resolve("locked-by-1"));
    Path justMade = Files.createTempDirectory("schema-gitops-shadow-");
    try {
      own.removeAbandoned(directory -> {});

      assertThat(abandoned).doesNotExist();
      assertThat(own.path()).exists();
      assertThat(sibling.path()).as("another server of this process").exists();
      assertThat(justMade).as("a build that has not locked it yet").exists();
      assertThat(young).as("a build that is just locking it").exists();
    } finally {
      TemporaryFiles.delete(justMade);
      TemporaryFiles.delete(young);
      sibling.delete();
      own.delete();
    }
    assertThat(own.path()).doesNotExist();
  }
}
