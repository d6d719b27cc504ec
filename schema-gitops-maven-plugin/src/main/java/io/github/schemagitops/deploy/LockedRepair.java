package io.github.schemagitops.deploy;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.drift.RepairRun;

/** Keeps a repair of a real database under the deploy lock, and patient with other sessions. */
public final class LockedRepair implements RepairRun.Watch {

  private final DeployLock lock;
  private final Progress progress;

  public LockedRepair(DeployLock lock, Progress progress) {
    this.lock = lock;
    this.progress = progress;
  }

  @Override
  public void beginning() {
    lock.ensureHeld();
  }

  @Override
  public boolean again(RepairRun.Failure failure, int failures) {
    if (failures >= Deployment.TRIES) {
      return false;
    }
    String what = failure.statement().map(s -> "the repair of " + s.object()).orElse("the repair");
    progress.say(
        "%s waited too long for a lock; try %d of %d"
            .formatted(what, failures + 1, Deployment.TRIES));
    Deployment.pause(failures);
    return true;
  }
}
