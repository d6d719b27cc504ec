package io.github.schemagitops.migration;

import java.util.List;
import java.util.function.Supplier;

/**
 * How the engine takes a script apart.
 *
 * @param list in file order
 * @param inTransaction true when the engine runs the whole file in one transaction
 * @param decided true when the project says so, false when the statements do
 */
public record Statements(List<SqlStatement> list, boolean inTransaction, boolean decided) {

  public Statements {
    list = List.copyOf(list);
  }

  /** What is known already. */
  public Supplier<Statements> now() {
    return () -> this;
  }

  /** What is found out when somebody asks, once. May throw then. */
  public static Supplier<Statements> later(Supplier<Statements> source) {
    return new Later(source);
  }

  private static final class Later implements Supplier<Statements> {

    private final Supplier<Statements> source;
    private List<Statements> found = List.of();

    Later(Supplier<Statements> source) {
      this.source = source;
    }

    @Override
    public synchronized Statements get() {
      if (found.isEmpty()) {
        found = List.of(source.get());
      }
      return found.get(0);
    }
  }
}
