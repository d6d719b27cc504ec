package io.github.schemagitops.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * One object of a schema, as the server itself renders it. Ordered by kind and name alone, which
 * identify it: two definitions of one object compare as 0 without being equal.
 *
 * @param kind what it is
 * @param name qualified with its schema and quoted where SQL needs it; unique within its kind
 *     (functions carry their argument types; columns, constraints, triggers, rules and policies
 *     their table; a comment and an owner are named after the {@linkplain #title() title} of what
 *     they are on, a privilege after that and its grantee)
 * @param parent qualified name of the table or view it belongs to, when it belongs to one
 * @param definition server-rendered text; two servers of the same major version render equal
 *     objects equally
 */
public record SchemaObject(ObjectKind kind, String name, Optional<String> parent, String definition)
    implements Comparable<SchemaObject> {

  private static final Comparator<SchemaObject> ORDER =
      Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name);

  /** Kind and name, unique in a snapshot, for instance {@code column public.orders.total}. */
  public String title() {
    return kind.label() + " " + name;
  }

  /**
   * Title of the object that this one says something about, for a comment, an owner and a privilege
   * ({@code function shop.tax(numeric) TO PUBLIC}).
   */
  public Optional<String> subject() {
    int grantee = name.lastIndexOf(" TO ");
    return switch (kind) {
      case COMMENT, OWNER -> Optional.of(name);
      case PRIVILEGE -> Optional.of(grantee < 0 ? name : name.substring(0, grantee));
      default -> Optional.empty();
    };
  }

  @Override
  public int compareTo(SchemaObject other) {
    return ORDER.compare(this, other);
  }
}
