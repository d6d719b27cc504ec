package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code CREATE TYPE}.
 *
 * @param name the type
 * @param values what an enum may hold, in order; empty for any other type
 * @param isEnum true for an enum
 * @param span the words that say it
 */
public record CreateType(QualifiedName name, List<String> values, boolean isEnum, Span span)
    implements Statement {

  public CreateType {
    values = List.copyOf(values);
  }
}
