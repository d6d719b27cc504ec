package io.github.schemagitops.lint.rules;

import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.Locale;

/**
 * A name that a statement gives.
 *
 * @param kind what is named
 * @param name as the server keeps it
 * @param object the table it belongs to, or the object itself
 * @param span where it stands
 */
record NewName(Kind kind, String name, QualifiedName object, Span span) {

  /** What is named, as the parameters of {@code naming} call it. */
  enum Kind {
    TABLE,
    COLUMN,
    INDEX,
    VIEW,
    SEQUENCE,
    SCHEMA,
    TYPE,
    ROUTINE,
    TRIGGER,
    CONSTRAINT,
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK;

    /** For instance {@code foreign-key}. */
    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For messages, for instance {@code foreign key}. */
    String words() {
      return this == UNIQUE ? "unique key" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isConstraint() {
      return compareTo(CONSTRAINT) >= 0;
    }
  }
}
