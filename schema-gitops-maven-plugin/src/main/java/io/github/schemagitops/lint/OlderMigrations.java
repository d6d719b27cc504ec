package io.github.schemagitops.lint;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SourceFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays older migrations statically. What they leave is kept by their contents: the next look
 * begins where the longest known beginning of the history ends.
 */
final class OlderMigrations {

  /** Fewer are read as fast as a file. */
  private static final int WORTH_KEEPING = 20;

  /** How the file is named that says how a migration is read. */
  private static final String CONFIG = ".conf";

  private final ContextStore store;
  private final ChangeReader reader;
  private final SchemaContext context;

  OlderMigrations(ContextStore store, ChangeReader reader, SchemaContext context) {
    this.store = store;
    this.reader = reader;
    this.context = context;
  }

  /**
   * Applies them all.
   *
   * @param beside files by path, among them those that say how a migration is read
   * @param seed everything else that the result depends on: settings, placeholders, versions
   */
  void apply(List<Migration> migrations, Map<String, SourceFile> beside, String seed) {
    List<String> keys = keys(migrations, beside, seed);
    int known = restored(keys);
    for (int i = known; i < migrations.size(); i++) {
      context.startMigration(false);
      for (Part part : reader.read(migrations.get(i)).parts()) {
        context.apply(part.statement());
      }
      if (isWorthKeeping(migrations, i)) {
        store.keep(keys.get(i), ContextState.of(context));
      }
    }
  }

  /** At the end, and before the repeatable ones: a new version is sorted in between. */
  private static boolean isWorthKeeping(List<Migration> migrations, int index) {
    boolean last = index == migrations.size() - 1;
    boolean lastVersion =
        !last
            && migrations.get(index).version().isPresent()
            && migrations.get(index + 1).version().isEmpty();
    return (last || lastVersion) && index >= WORTH_KEEPING;
  }

  /** How many of them need not be read. */
  private int restored(List<String> keys) {
    for (int i = keys.size() - 1; i >= WORTH_KEEPING; i--) {
      Optional<Record> state = store.find(keys.get(i));
      if (state.isPresent() && state.get() instanceof ContextState known) {
        known.restore(context);
        return i + 1;
      }
    }
    return 0;
  }

  /** For each migration a key of the history up to it. */
  private static List<String> keys(
      List<Migration> migrations, Map<String, SourceFile> beside, String seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      update(digest, seed);
      byte[] before = digest.digest();
      List<String> keys = new ArrayList<>();
      for (Migration migration : migrations) {
        digest.update(before);
        update(digest, migration.path());
        SourceFile config = beside.get(migration.path() + CONFIG);
        if (config != null) {
          digest.update(config.content());
        }
        before = digest.digest(migration.file().content());
        keys.add(HexFormat.of().formatHex(before));
      }
      return keys;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, String text) {
    for (int i = 0; i < text.length(); i++) {
      digest.update((byte) (text.charAt(i) >> Byte.SIZE));
      digest.update((byte) text.charAt(i));
    }
    // No text is the beginning of another.
    digest.update((byte) 0);
    digest.update((byte) 0);
  }
}
