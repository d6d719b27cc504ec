package io.github.schemagitops.drift;

import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether a rule is about a change. A rule on an object covers what belongs to it, as a
 * report that tells an added table does not tell its columns: what has it as parent, and what is
 * said about it, its comment for instance.
 */
final class IgnoreMatcher {

  static final String ANY = "*";

  private final Map<String, SchemaObject> byTitle;
  private final Map<String, SchemaObject> parents;

  /**
   * @param there the database as it is: knows of which kind a parent is. A part whose parent is not
   *     there is only covered by a rule of its own
   */
  IgnoreMatcher(SchemaSnapshot there) {
    byTitle =
        there.objects().stream()
            .collect(Collectors.toMap(SchemaObject::title, o -> o, (a, b) -> a));
    parents =
        there.objects().stream()
            .filter(o -> isParent(o.kind()))
            .collect(Collectors.toMap(SchemaObject::name, o -> o, (a, b) -> a));
  }

  boolean covers(IgnoreRule rule, Change change) {
    Glob name = new Glob(rule.name());
    return concerned(change.object())
        .anyMatch(
            object ->
                (rule.kind().equals(ANY) || rule.kind().equals(object.kind().label()))
                    && name.matches(object.name()));
  }

  /** The object, what it describes, and what these belong to. */
  private Stream<SchemaObject> concerned(SchemaObject object) {
    Stream<SchemaObject> described =
        object.subject().map(byTitle::get).map(this::concerned).stream().flatMap(s -> s);
    Stream<SchemaObject> parent = object.parent().map(parents::get).stream();
    return Stream.concat(Stream.of(object), Stream.concat(described, parent));
  }

  private static boolean isParent(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }
}
