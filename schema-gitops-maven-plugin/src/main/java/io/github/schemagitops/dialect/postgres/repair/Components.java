package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import java.util.HashMap;
import java.util.Map;

/**
 * Parts whose statements make sense only together: a column that changes its type, and the views
 * that go before and come back after.
 */
final class Components {

  private final Map<Key, Key> parents = new HashMap<>();

  void join(Key one, Key other) {
    Key first = of(one);
    Key second = of(other);
    if (!first.equals(second)) {
      parents.put(first, second);
    }
  }

  /** The part that stands for all that belong together. */
  Key of(Key key) {
    Key root = key;
    for (Key next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    return root;
  }
}
