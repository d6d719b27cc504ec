package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbandonedContainersTest {

  @Test
  void belong_to_a_process_that_is_gone() {
    String mine = AbandonedContainers.thisProcess();
    String[] parts = mine.split("/", -1);

    assertThat(AbandonedContainers.gone(mine)).as("this process").isFalse();
    assertThat(AbandonedContainers.gone(parts[0] + "/" + parts[1] + "/1"))
        .as("another process had the id before")
        .isTrue();
    assertThat(AbandonedContainers.gone(parts[0] + "/999999999/1")).isTrue();
  }

  @Test
  void are_only_those_of_this_machine_and_of_ours() {
    assertThat(AbandonedContainers.gone("0123456789abcdef01234567/999999999/1")).isFalse();
    assertThat(AbandonedContainers.gone("")).isFalse();
    assertThat(AbandonedContainers.gone("something else")).isFalse();
  }
}
