package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Indexes that MySQL and MariaDB cannot build while others write. */
enum SpecialIndex {
  FULLTEXT,
  SPATIAL;

  boolean is(IndexDefinition index) {
    return index.method().filter(name().toLowerCase(Locale.ROOT)::equals).isPresent();
  }

  /** What there is to say about each one that a statement builds. */
  <T> Stream<T> in(Step step, BiFunction<QualifiedName, Span, Stream<T>> found) {
    Stream<T> created =
        step.statement(CreateIndex.class)
            .filter(create -> is(create.index()))
            .flatMap(create -> found.apply(create.table(), create.span()));
    Stream<T> added =
        step.alterations(AlterAction.AddIndex.class)
            .filter(add -> is(add.action().index()))
            .flatMap(add -> found.apply(add.table(), add.action().span()));
    return Stream.concat(created, added);
  }
}
