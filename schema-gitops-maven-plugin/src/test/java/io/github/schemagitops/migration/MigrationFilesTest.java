package io.github.schemagitops.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFilesTest {

  @TempDir Path project;
  private Path location = Path.of("");

  @BeforeEach
  void makeLocation() throws IOException {
    location = project.resolve("db/migration");
    Files.createDirectories(location.resolve("v2"));
  }

  @Test
  void every_file_below_a_location_is_read_in_order_of_its_path() throws IOException {
    Files.writeString(location.resolve("v2/V2__b.sql"), "SELECT 2;");
    Files.writeString(location.resolve("V1__a.sql"), "SELECT 1;");
    Files.writeString(location.resolve("readme.txt"), "");

    List<SourceFile> files = MigrationFiles.read(project, List.of(location));

    assertThat(files)
        .extracting(SourceFile::path)
        .containsExactly(
            "db/migration/V1__a.sql", "db/migration/readme.txt", "db/migration/v2/V2__b.sql");
    assertThat(files)
        .extracting(SourceFile::script)
        .containsExactly("V1__a.sql", "readme.txt", "v2/V2__b.sql");
  }

  @Test
  void a_missing_location_is_named_with_the_parameter_that_sets_it() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> MigrationFiles.read(project, List.of(project.resolve("db/typo"))))
        .satisfies(
            e -> {
              assertThat(e.location()).contains(Location.ofFile("db/typo"));
              assertThat(e).hasMessage("the migration location does not exist or is no directory");
              assertThat(e.remedy()).contains("-Dschema.locations");
              assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.FINDINGS);
            });
  }

  @Test
  void a_link_inside_of_the_location_is_followed() throws IOException {
    Files.writeString(location.resolve("V1__a.sql"), "SELECT 1;");
    Files.createSymbolicLink(location.resolve("V2__b.sql"), Path.of("V1__a.sql"));

    assertThat(MigrationFiles.read(project, List.of(location))).hasSize(2);
  }

  @Test
  void a_link_to_a_file_outside_is_refused() throws IOException {
    Path secret = Files.writeString(project.resolve("secret.txt"), "hush");
    Files.createSymbolicLink(location.resolve("V1__a.sql"), secret);

    assertRefused("db/migration/V1__a.sql", "the file is a link that leads out");
  }

  @Test
  void a_file_behind_a_linked_folder_outside_is_refused() throws IOException {
    Path elsewhere = Files.createDirectories(project.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("V1__a.sql"), "hush");
    Files.createSymbolicLink(location.resolve("linked"), elsewhere);

    assertRefused("db/migration/linked/V1__a.sql", "the file is a link that leads out");
  }

  @Test
  void a_loop_of_links_is_an_answer_not_a_hang() throws IOException {
    Files.createSymbolicLink(location.resolve("loop"), location);

    assertRefused("db/migration", "the migration location cannot be read");
  }

  private void assertRefused(String file, String message) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> MigrationFiles.read(project, List.of(location)))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.location()).contains(Location.ofFile(file)));
  }
}
