package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchUrlTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5433/app?sslmode=require, jdbc:postgresql://db:5433/x?sslmode=require",
    "jdbc:postgresql://db/,                         jdbc:postgresql://db/x",
    "jdbc:postgresql://db,                          jdbc:postgresql://db/x",
    "jdbc:mysql://db:3306/app,                      jdbc:mariadb://db:3306/x",
    "jdbc:mariadb://db?sslMode=trust,               jdbc:mariadb://db/x?sslMode=trust",
  })
  void leads_to_another_database_of_the_server(String url, String expected) {
    assertThat(ScratchUrl.ofServer(url).withDatabase("x")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/app?options=-c%20search_path%3Devil",
        "jdbc:postgresql://db/app?sslmode=require&currentSchema=evil",
        "jdbc:mariadb://db/?sessionVariables=tx_read_only=0",
        "jdbc:mariadb://db/?initSql=DROP",
      })
  void may_not_set_up_sessions(String url) {
    assertThatThrownBy(() -> ScratchUrl.ofServer(url))
        .isInstanceOf(SchemaGitOpsException.class)
        .hasMessageContaining("has the property '");
  }

  @Test
  void is_the_same_server_under_two_names() {
    assertThat(ScratchUrl.ofServer("jdbc:postgresql://localhost/a").addresses())
        .containsAnyElementsOf(
            ScratchUrl.ofServer("jdbc:postgresql://127.0.0.1:5432/b").addresses());
    assertThat(ScratchUrl.ofServer("jdbc:postgresql://localhost:5433/a").addresses())
        .doesNotContainAnyElementsOf(
            ScratchUrl.ofServer("jdbc:postgresql://127.0.0.1:5432/b").addresses());
  }

  @Test
  void goes_with_names_that_tell_what_is_ours_and_how_old_it_is() {
    assertThat(ScratchName.createdAt(ScratchName.fresh()).orElseThrow())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(ScratchName.fresh()).isNotEqualTo(ScratchName.fresh());
    assertThat(ScratchName.createdAt("schema_gitops_production")).isEmpty();
    assertThat(ScratchName.createdAt("schema_gitops_probe_1")).isEmpty();
    assertThat(ScratchName.createdAt("x_schema_gitops_aaaaaa_0123456789abcdef")).isEmpty();
  }
}
