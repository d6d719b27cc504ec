package io.github.schemagitops.dialect.mysql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement's words by index. There are no words outside of the list, and asking for them is
 * allowed.
 *
 * @param all without comments
 */
record Words(List<SqlWord> all) {

  /** Comments that a server runs are opened before. */
  private static final MySqlServer NEWEST = new MySqlServer(false, Integer.MAX_VALUE, false);

  Words {
    all = List.copyOf(all);
  }

  static Words of(String sql) {
    return new Words(SqlWords.of(sql, NEWEST, ""));
  }

  int size() {
    return all.size();
  }

  SqlWord get(int index) {
    return all.get(index);
  }

  private boolean has(int index) {
    return index >= 0 && index < all.size();
  }

  boolean isAny(int index, String... words) {
    if (!has(index)) {
      return false;
    }
    for (String word : words) {
      if (all.get(index).is(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isName(int index) {
    return has(index) && all.get(index).isName();
  }

  boolean isNumber(int index) {
    return has(index) && all.get(index).text().chars().allMatch(Character::isDigit);
  }

  /**
   * Index of the word behind some words that stand here; the same index when others do.
   *
   * @param words null for any word
   */
  int behind(int index, @Nullable String... words) {
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (!has(index + i) || (word != null && !all.get(index + i).is(word))) {
        return index;
      }
    }
    return index + words.length;
  }

  /** Index of the word behind the bracket that closes the one here. */
  int close(int open) {
    int depth = 0;
    for (int i = open; i < all.size(); i++) {
      depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return all.size();
  }

  /** How many brackets are open in front of a word. */
  int depth(int index) {
    int depth = 0;
    for (int i = 0; i < index; i++) {
      depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
    }
    return depth;
  }

  /** Index of the first of some words outside of brackets, from an index on; -1 without one. */
  int find(int from, String... words) {
    int depth = 0;
    for (int i = from; i < all.size(); i++) {
      if (depth == 0 && isAny(i, words)) {
        return i;
      }
      depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
    }
    return -1;
  }
}
