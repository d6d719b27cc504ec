package io.github.schemagitops.lint;

import java.util.Optional;

/**
 * Keeps what older migrations leave behind, so that they need not be read again. May forget
 * anything at any time. States are records of records, lists, maps, texts, numbers and enums.
 */
public interface ContextStore {

  /** Keeps nothing. */
  ContextStore NONE =
      new ContextStore() {
        @Override
        public Optional<Record> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, Record state) {
          // Nothing is kept.
        }
      };

  /**
   * What was kept under a key.
   *
   * @param key hexadecimal digits that stand for everything the state depends on
   */
  Optional<Record> find(String key);

  /** Keeps a state. */
  void keep(String key, Record state);
}
