package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code SET search_path}: where names without schema belong from here on.
 *
 * @param schemas in the order searched; empty when the default comes back
 * @param span the words that say it
 */
public record SetSearchPath(List<String> schemas, Span span) implements Statement {

  public SetSearchPath {
    schemas = List.copyOf(schemas);
  }
}
