package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.DeployConfig.OnDrift;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, choices and the CI server's variables: texts that become values. */
class ParameterTextsTest {

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "3s, PT3S", " 5m , PT5M", "999999999m, PT16666666H39M"})
  void durations_are_written_as_people_do(String text, Duration duration) {
    assertThat(Durations.parse("schema.lockTimeout", text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "000ms", "-1s", "3", "3 s", "3 minutes", "1h", "9999999999s"})
  void other_durations_are_refused_with_the_accepted_form(String text) {
    assertRefused(
        () -> Durations.parse("schema.lockTimeout", text),
        "schema.lockTimeout is '%s'".formatted(text),
        "write a duration like 500ms, 3s or 5m");
  }

  @Test
  void choices_may_be_written_in_any_case() {
    assertThat(Choices.failOn("Warning")).isEqualTo(FailOn.WARNING);
    assertThat(Choices.onDrift(" WARN ")).isEqualTo(OnDrift.WARN);
    assertThat(Choices.provider("embedded")).isEqualTo(ShadowConfig.Provider.EMBEDDED);
    assertThat(Choices.provider(null)).isEqualTo(ShadowConfig.Provider.AUTO);
    assertThat(Choices.serverVersion("17")).contains("17");
    assertThat(Choices.serverVersion(" ")).isEmpty();
  }

  @Test
  void amounts_of_memory_have_a_unit() {
    assertThat(Sizes.parse("schema.cacheSize", "512m")).isEqualTo(512L << 20);
    assertThat(Sizes.parse("schema.cacheSize", " 2GB ")).isEqualTo(2L << 30);
    assertRefused(
        () -> Sizes.parse("schema.cacheSize", "0m"),
        "schema.cacheSize is '0m'",
        "write an amount like 512m or 2g");
    assertRefused(
        () -> Sizes.parse("schema.shadow.memory", "100"),
        "schema.shadow.memory is '100'",
        "write an amount like 512m or 2g");
  }

  @Test
  void other_choices_are_refused_with_the_accepted_ones() {
    assertRefused(
        () -> Choices.failOn("errors"),
        "schema.failOn is 'errors'",
        "use one of: warning, error, never");
    assertRefused(
        () -> Choices.provider("docker"),
        "schema.shadow.provider is 'docker'",
        "use one of: auto, container, embedded, server");
    assertRefused(
        () -> Choices.onDrift("ignore"),
        "schema.deploy.onDrift is 'ignore'",
        "use one of: fail, warn");
    assertRefused(
        () -> Choices.serverVersion("latest"),
        "schema.shadow.version is 'latest'",
        "use the server's version as in image tags, for instance 17 for PostgreSQL or 11.8 for MariaDB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_BASE_REF",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "BITBUCKET_PR_DESTINATION_BRANCH",
        "CHANGE_TARGET",
        "SYSTEM_PULLREQUEST_TARGETBRANCHNAME"
      })
  void every_ci_server_names_the_target_branch_its_own_way(String variable) {
    assertThat(CiEnvironment.targetBranch(Map.of(variable, "release/1"))).contains("release/1");
  }

  @Test
  void outside_of_a_pull_request_the_variable_is_empty_or_missing() {
    assertThat(CiEnvironment.targetBranch(Map.of("GITHUB_BASE_REF", ""))).isEmpty();
    assertThat(CiEnvironment.targetBranch(Map.of())).isEmpty();
  }

  private static void assertRefused(ThrowingCallable call, String message, String remedy) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).isEqualTo(remedy));
  }
}
