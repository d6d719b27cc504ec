package io.github.schemagitops.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement did to a relation that existed before its file began.
 *
 * @param object qualified name as the server writes it
 * @param lock the strongest lock taken on it; empty when none was seen
 * @param work work that grows with its size
 * @param detail the server's own words or reason, when it gave one; otherwise empty
 */
public record TableEffect(String object, Optional<TableLock> lock, Set<Work> work, String detail) {

  public TableEffect {
    Set<Work> sorted = EnumSet.noneOf(Work.class);
    sorted.addAll(work);
    work = Collections.unmodifiableSet(sorted);
  }

  /** Both effects on the same object: the stronger lock, all work. */
  public TableEffect and(TableEffect other) {
    Set<Work> all = EnumSet.noneOf(Work.class);
    all.addAll(work);
    all.addAll(other.work);
    Optional<TableLock> stronger =
        Stream.of(lock, other.lock).flatMap(Optional::stream).max(Comparator.naturalOrder());
    return new TableEffect(object, stronger, all, detail.isEmpty() ? other.detail : detail);
  }

  /** {@code orders: SHARE (blocks writes), index build}. */
  public String words() {
    String text = object + ": " + lock.map(TableLock::words).orElse("no lock seen");
    return work.isEmpty()
        ? text
        : text + ", " + work.stream().map(Work::words).collect(Collectors.joining(", "));
  }
}
