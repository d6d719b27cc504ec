package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.ChangedFile;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags an index that another one makes superfluous. */
public final class DuplicateIndex implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "duplicate-index",
            "Of two indexes with the same leading columns one only slows every write.")
        .offByDefault();
  }

  private static final String BTREE = "btree";

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateIndex.class)
        .filter(create -> isPlain(create.index()))
        .flatMap(
            create ->
                step.schema().table(create.table()).stream()
                    .flatMap(Relation::searchable)
                    .filter(DuplicateIndex::isPlain)
                    .filter(old -> !old.name().equals(create.index().name()))
                    .filter(old -> !isDroppedLater(step, old))
                    .flatMap(old -> check(step, create, old).stream())
                    .limit(1));
  }

  private Optional<Finding> check(Step step, CreateIndex create, IndexDefinition old) {
    IndexDefinition index = create.index();
    if (covers(old, index)) {
      return Optional.of(
          finding(
              step,
              create,
              "%s has the same leading columns, so a second index on %s helps no search"
                  .formatted(described(old), create.table()),
              "leave it out"));
    }
    return covers(index, old) && old.name().isPresent()
        ? Optional.of(
            finding(
                step,
                create,
                "%s has no columns that this one does not lead with, so it helps no search any more"
                    .formatted(described(old)),
                "drop %s CONCURRENTLY in a later migration"
                    .formatted(QualifiedName.quoted(old.name().get()))))
        : Optional.empty();
  }

  /** True when the longer one finds whatever the shorter one finds, and forbids as much. */
  private static boolean covers(IndexDefinition longer, IndexDefinition shorter) {
    List<String> keys = shorter.keys();
    boolean same = longer.keys().equals(keys);
    boolean leads =
        method(longer).equals(BTREE)
            && longer.keys().size() > keys.size()
            && longer.keys().subList(0, keys.size()).equals(keys);
    return method(longer).equals(method(shorter))
        && !keys.isEmpty()
        && ((same && (longer.unique() || !shorter.unique())) || (leads && !shorter.unique()));
  }

  private static boolean isPlain(IndexDefinition index) {
    return !index.partial() && index.details().isPlain();
  }

  private static String method(IndexDefinition index) {
    return index.method().orElse(BTREE);
  }

  private static boolean isDroppedLater(Step step, IndexDefinition index) {
    return Stream.concat(
            step.laterFiles().stream().map(ChangedFile::parts), Stream.of(step.after()))
        .flatMap(parts -> parts.stream().map(Part::statement))
        .anyMatch(
            statement ->
                statement instanceof DropObject drop
                    && drop.type() == ObjectType.INDEX
                    && drop.names().stream()
                        .anyMatch(name -> index.name().filter(name.name()::equals).isPresent()));
  }

  private static String described(IndexDefinition index) {
    return index
        .name()
        .map(QualifiedName::quoted)
        .orElse("a key on (%s)".formatted(String.join(", ", index.keys())));
  }

  private Finding finding(Step step, CreateIndex create, String message, String help) {
    return step.finding(
        this,
        create.span(),
        create.table(),
        message,
        "every INSERT, and most UPDATEs, maintain both",
        help);
  }
}
