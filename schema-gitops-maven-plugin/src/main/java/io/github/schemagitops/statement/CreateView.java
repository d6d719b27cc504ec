package io.github.schemagitops.statement;

import java.util.List;

/**
 * {@code CREATE VIEW}.
 *
 * @param name the view
 * @param materialized true when its rows are kept
 * @param orReplace true when an existing view is replaced, or left alone
 * @param selectsAll true when its columns are those that some table has, as {@code *} says
 * @param from the tables and views it shows, as far as somebody has looked
 * @param twice names that several of its columns would have, as far as somebody has looked
 * @param span the words that say it
 */
public record CreateView(
    QualifiedName name,
    boolean materialized,
    boolean orReplace,
    boolean selectsAll,
    List<QualifiedName> from,
    List<String> twice,
    Span span)
    implements Statement {

  public CreateView {
    from = List.copyOf(from);
    twice = List.copyOf(twice);
  }

  /** A view whose query nobody has looked at. */
  public CreateView(
      QualifiedName name, boolean materialized, boolean orReplace, boolean selectsAll, Span span) {
    this(name, materialized, orReplace, selectsAll, List.of(), List.of(), span);
  }
}
