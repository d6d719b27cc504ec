package io.github.schemagitops.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name as the server keeps it: unquoted parts in lower case, quoted ones as written without their
 * quotes.
 *
 * @param schema the schema, when the statement names one
 * @param name the object's own name
 */
public record QualifiedName(Optional<String> schema, String name) {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** A name without schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /** A name with schema. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(schema), name);
  }

  /** The same object named with a schema: its own, or the given one when it names none. */
  public QualifiedName in(String defaultSchema) {
    return schema.isPresent() ? this : of(defaultSchema, name);
  }

  /** The same object under another name in the same schema. */
  public QualifiedName renamed(String newName) {
    return new QualifiedName(schema, newName);
  }

  /** An identifier as SQL needs it: in double quotes unless it is plain. */
  public static String quoted(String identifier) {
    return PLAIN.matcher(identifier).matches()
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** As SQL needs it, quoted where necessary. */
  @Override
  public String toString() {
    return schema.map(s -> quoted(s) + ".").orElse("") + quoted(name);
  }
}
