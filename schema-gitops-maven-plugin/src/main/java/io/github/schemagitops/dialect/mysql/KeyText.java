package io.github.schemagitops.dialect.mysql;

import java.util.List;
import java.util.stream.Stream;

/**
 * The definition of a key, a foreign key or a check in a snapshot, taken apart; {@link KeyQueries}
 * and {@link CheckQuery} wrote it.
 */
record KeyText(String definition) {

  private static final String INVISIBLE = " INVISIBLE";
  private static final String IGNORED = " IGNORED";
  private static final String NOT_ENFORCED = " NOT ENFORCED";

  boolean isCheck() {
    return definition.startsWith("CHECK ") || isColumnCheck();
  }

  /** A check that is part of a column, on MariaDB. */
  boolean isColumnCheck() {
    return definition.startsWith("COLUMN CHECK ");
  }

  boolean isForeignKey() {
    return definition.startsWith("FOREIGN KEY ");
  }

  boolean isPrimary() {
    return definition.startsWith("PRIMARY KEY ");
  }

  boolean isUnique() {
    return definition.startsWith("UNIQUE ") || isPrimary();
  }

  /** Kinds of indexes that cannot be dropped and made again in one statement. */
  boolean isSpecial() {
    return Stream.of("FULLTEXT ", "SPATIAL ", "VECTOR ").anyMatch(definition::startsWith);
  }

  boolean isHidden() {
    return definition.endsWith(INVISIBLE) || definition.endsWith(IGNORED);
  }

  boolean isEnforced() {
    return !definition.endsWith(NOT_ENFORCED);
  }

  /** The key apart from whether it is used, the check apart from whether it is enforced. */
  String lasting() {
    for (String suffix : List.of(INVISIBLE, IGNORED, NOT_ENFORCED)) {
      if (definition.endsWith(suffix)) {
        return definition.substring(0, definition.length() - suffix.length());
      }
    }
    return definition;
  }

  /** True when a name stands in the definition, in quotes or without. */
  boolean mentions(String name) {
    String plain = name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    for (int at = 0; at < definition.length(); at = ServerText.endOfToken(definition, at)) {
      if (definition.startsWith("`" + plain + "`", at)
          || (definition.startsWith(plain, at) && isEdge(at - 1) && isEdge(at + plain.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isEdge(int at) {
    return at < 0
        || at >= definition.length()
        || !Character.isJavaIdentifierPart(definition.charAt(at));
  }

  /** Of a foreign key: the table that it refers to. */
  String referenced() {
    String words = " REFERENCES ";
    int start = ServerText.find(definition, words, 0) + words.length();
    return definition.substring(start, ServerText.find(definition, " (", start));
  }

  /**
   * As in {@code ADD …}.
   *
   * @param name quoted where SQL needs it
   * @param comment empty text for none
   */
  String clause(String name, String comment) {
    if (isCheck() || isForeignKey()) {
      return "CONSTRAINT %s %s".formatted(name, definition);
    }
    int parts = definition.indexOf('(');
    String kind = definition.substring(0, parts).strip();
    String words =
        switch (kind) {
          case "PRIMARY KEY" -> "PRIMARY KEY";
          case "UNIQUE" -> "UNIQUE KEY " + name;
          case "INDEX" -> "KEY " + name;
          default -> kind + " KEY " + name;
        };
    return "%s %s%s"
        .formatted(
            words,
            definition.substring(parts),
            comment.isEmpty() ? "" : " COMMENT " + ServerText.literal(comment));
  }
}
