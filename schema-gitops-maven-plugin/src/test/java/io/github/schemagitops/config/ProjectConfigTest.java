package io.github.schemagitops.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectConfigTest {

  @Test
  void an_environments_placeholder_values_win_in_whatever_case_they_are_written() {
    ProjectConfig project =
        new ProjectConfig(
            Path.of("."),
            Migrations.settings().withPlaceholders(Map.of("role", "dev", "Region", "nowhere")),
            Optional.empty(),
            Optional.empty(),
            FailOn.ERROR,
            Progress.SILENT);
    Environment production =
        new Environment(
            "production",
            "jdbc:postgresql://db/shop",
            Optional.empty(),
            Optional.empty(),
            Map.of("region", "eu"));

    Map<String, String> there = project.in(production).migrations().placeholders();

    assertThat(there)
        .containsOnly(
            Map.entry("default_currency", "EUR"),
            Map.entry("role", "dev"),
            Map.entry("region", "eu"));
    assertThat(project.in(production).in(production)).isEqualTo(project.in(production));
  }
}
