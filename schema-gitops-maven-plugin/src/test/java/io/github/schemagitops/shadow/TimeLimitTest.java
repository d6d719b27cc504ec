package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private final Target target = new Target();

  @Test
  void ends_the_database_and_remembers_what_ran() throws InterruptedException {
    try (TimeLimit limit = TimeLimit.on(target, Duration.ofMillis(100))) {
      limit.running("V2__done.sql");
      limit.running("V3__x.sql:12");
      target.killed.await();
      limit.running("V4__later.sql");

      assertThat(limit.reached())
          .contains("the time limit of 100 ms was reached while V3__x.sql:12 ran");
    }
  }

  @Test
  void does_nothing_when_it_is_closed_in_time() throws InterruptedException {
    TimeLimit limit = TimeLimit.on(target, Duration.ofMillis(50));
    limit.close();
    // Of a second limit that is reached later, so that the first had every chance.
    Target other = new Target();
    try (TimeLimit later = TimeLimit.on(other, Duration.ofMillis(150))) {
      other.killed.await();
      assertThat(later.reached()).contains("the time limit of 150 ms was reached");
    }
    assertThat(limit.reached()).isEmpty();
    assertThat(target.killed.getCount()).isEqualTo(1);
  }

  /** Nothing but what is asked of it here. */
  private static final class Target implements ShadowDatabase {

    private final CountDownLatch killed = new CountDownLatch(1);

    @Override
    public Database database() {
      return Database.POSTGRESQL;
    }

    @Override
    public ConnectionSpec connection() {
      return new ConnectionSpec("jdbc:none:", Optional.empty(), Optional.empty(), Map.of());
    }

    @Override
    public ConnectionSpec inspection() {
      return connection();
    }

    @Override
    public Sandbox sandbox() {
      return Sandbox.PROCESS;
    }

    @Override
    public String description() {
      return "none";
    }

    @Override
    public boolean save(Path file) {
      return false;
    }

    @Override
    public void kill() {
      killed.countDown();
    }

    @Override
    public void close() {}
  }
}
