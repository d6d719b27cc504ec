package io.github.schemagitops.lint;

import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.Work;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule warns of, as a trace can see it: work on a table while its lock keeps others out.
 *
 * @param blocks what the lock keeps others from doing, or more
 * @param work at least one of these
 * @param way how MySQL or MariaDB does it, for instance {@code COPY}; empty when that does not
 *     matter
 */
public record Harm(Blocks blocks, Set<Work> work, String way) {

  public Harm {
    if (work.isEmpty()) {
      throw new IllegalArgumentException("a lock without work is over in a moment");
    }
    work = Collections.unmodifiableSet(EnumSet.copyOf(work));
  }

  /** A harm of any of these kinds of work. */
  public static Harm of(Blocks blocks, Work... work) {
    return new Harm(blocks, Set.copyOf(List.of(work)), "");
  }

  /** The same harm, done in one way only. */
  public Harm by(String only) {
    return new Harm(blocks, work, only);
  }

  boolean isSeenIn(TableEffect effect) {
    return effect
            .lock()
            .filter(lock -> lock.blocks().compareTo(blocks) >= 0 && lock.mode().startsWith(way))
            .isPresent()
        && effect.work().stream().anyMatch(work::contains);
  }

  /** What did not happen, in words: {@code no full scan, no rewrite}. */
  String absence(List<TableEffect> effects) {
    boolean worked = effects.stream().anyMatch(e -> e.work().stream().anyMatch(work::contains));
    return worked
        ? "others can go on meanwhile"
        : work.stream().map(w -> "no " + w.words()).collect(Collectors.joining(", "));
  }
}
