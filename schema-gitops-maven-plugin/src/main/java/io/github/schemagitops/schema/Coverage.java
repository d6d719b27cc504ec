package io.github.schemagitops.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a snapshot has looked at and what not.
 *
 * @param compared number of objects by kind; a kind that was looked at and has none counts 0
 * @param leftOut number of objects that were seen and left out on purpose, by reason, for instance
 *     {@code owned by extensions}
 * @param notCovered kinds that this tool does not read yet, for instance {@code event triggers}:
 *     said in every report, no reason to doubt the rest
 * @param unseen what should have been read but could not be, with the reason: makes the verdict
 *     {@code UNKNOWN}
 */
public record Coverage(
    SortedMap<ObjectKind, Integer> compared,
    SortedMap<String, Integer> leftOut,
    List<String> notCovered,
    List<String> unseen) {

  public Coverage {
    compared = Collections.unmodifiableSortedMap(new TreeMap<>(compared));
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    notCovered = List.copyOf(notCovered);
    unseen = List.copyOf(unseen);
  }
}
