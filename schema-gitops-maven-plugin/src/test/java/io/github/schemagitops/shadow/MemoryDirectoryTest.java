package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryDirectoryTest {

  @TempDir private Path chosen;

  @Test
  void whoever_moved_the_temporary_files_wants_them_there() {
    assertThat(MemoryDirectory.insteadOf(chosen)).isEmpty();
  }

  @Test
  void it_is_in_memory_and_has_room() throws IOException {
    for (Path directory : MemoryDirectory.insteadOf(Path.of("/tmp")).stream().toList()) {
      assertThat(Files.getFileStore(directory).type()).isEqualTo("tmpfs");
      assertThat(Files.getFileStore(directory).getUsableSpace()).isGreaterThan(1L << 30);
    }
  }

  @Test
  void programs_stay_where_temporary_files_are() throws IOException {
    InstanceDirectory directory = InstanceDirectory.create();
    try {
      Path temporary = Files.createTempDirectory("schema-gitops-test-");
      Files.delete(temporary);
      assertThat(directory.cache().getParent()).isEqualTo(temporary.getParent());
    } finally {
      directory.delete();
    }
  }
}
