package io.github.schemagitops.dialect;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Walks parse trees, whatever the grammar. */
public final class Trees {

  private Trees() {}

  /** The rules right below a node. */
  public static Stream<ParserRuleContext> children(ParserRuleContext node) {
    List<ParseTree> children = node.children == null ? List.of() : node.children;
    return children.stream()
        .filter(ParserRuleContext.class::isInstance)
        .map(ParserRuleContext.class::cast);
  }

  /** The nodes of a kind below a node, in the order written; none inside of another of them. */
  public static <C extends ParserRuleContext> Stream<C> outermost(
      ParserRuleContext node, Class<C> kind) {
    return children(node)
        .flatMap(
            child -> kind.isInstance(child) ? Stream.of(kind.cast(child)) : outermost(child, kind));
  }

  /** All nodes of a kind below a node, outer ones first. */
  public static <C extends ParserRuleContext> Stream<C> all(ParserRuleContext node, Class<C> kind) {
    return children(node)
        .flatMap(
            child ->
                Stream.concat(
                    kind.isInstance(child) ? Stream.of(kind.cast(child)) : Stream.of(),
                    all(child, kind)));
  }

  /** True when a node below this one is so. */
  public static boolean any(ParserRuleContext node, Predicate<ParserRuleContext> wanted) {
    return children(node).anyMatch(child -> wanted.test(child) || any(child, wanted));
  }
}
