package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Sorts parts so that each comes after those it waits for. */
final class RepairOrder {

  private final Comparator<Key> preference;
  private final Function<Key, Set<Key>> must;
  private final Function<Key, Set<Key>> should;

  /**
   * @param preference which of several parts that could come next is the next
   * @param must what a part waits for
   * @param should what it had better wait for, where that makes no circle
   */
  RepairOrder(
      Comparator<Key> preference, Function<Key, Set<Key>> must, Function<Key, Set<Key>> should) {
    this.preference = preference;
    this.must = must;
    this.should = should;
  }

  /** All of them, once. A circle is broken at the part that the preference puts first. */
  List<Key> sort(Collection<Key> parts) {
    Waiting hard = new Waiting(parts, must);
    Waiting soft = new Waiting(parts, key -> union(must.apply(key), should.apply(key)));
    TreeSet<Key> open = new TreeSet<>(preference);
    open.addAll(parts);
    TreeSet<Key> free = new TreeSet<>(preference);
    open.stream().filter(soft::isFree).forEach(free::add);
    List<Key> sorted = new ArrayList<>();
    while (!open.isEmpty()) {
      Key next =
          free.isEmpty()
              ? open.stream().filter(hard::isFree).findFirst().orElseGet(open::first)
              : free.first();
      open.remove(next);
      free.remove(next);
      sorted.add(next);
      hard.leave(next);
      for (Key freed : soft.leave(next)) {
        if (open.contains(freed)) {
          free.add(freed);
        }
      }
    }
    return sorted;
  }

  private static Set<Key> union(Set<Key> one, Set<Key> other) {
    Set<Key> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** How many others each part still waits for. */
  private static final class Waiting {

    private final Map<Key, Integer> counts = new HashMap<>();
    private final Map<Key, List<Key>> waiting = new HashMap<>();

    Waiting(Collection<Key> parts, Function<Key, Set<Key>> needs) {
      Set<Key> all = new HashSet<>(parts);
      for (Key part : parts) {
        int count = 0;
        for (Key needed : needs.apply(part)) {
          if (all.contains(needed) && !needed.equals(part)) {
            waiting.computeIfAbsent(needed, k -> new ArrayList<>()).add(part);
            count++;
          }
        }
        counts.put(part, count);
      }
    }

    boolean isFree(Key part) {
      return counts.getOrDefault(part, 0) <= 0;
    }

    /** Takes a part out; those that wait for nothing any more. */
    List<Key> leave(Key part) {
      List<Key> freed = new ArrayList<>();
      for (Key waiter : waiting.getOrDefault(part, List.of())) {
        if (counts.merge(waiter, -1, Integer::sum) == 0) {
          freed.add(waiter);
        }
      }
      return freed;
    }
  }
}
