package io.github.schemagitops.lint;

import java.util.Optional;

/**
 * Keeps what older migrations leave behind, so that they need not be read again. May forget
 * anything at any time.
 */
public interface ContextStore {

  /** Keeps nothing. */
  ContextStore NONE =
      new ContextStore() {
        @Override
        public Optional<byte[]> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] state) {
          // Nothing is kept.
        }
      };

  /**
   * What was kept under a key.
   *
   * @param key hexadecimal digits that stand for everything the state depends on
   */
  Optional<byte[]> find(String key);

  /** Keeps a state. */
  void keep(String key, byte[] state);
}
