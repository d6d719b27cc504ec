package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.lint.rules.NewName.Kind;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateDomain;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that a statement gives. What ends with the session is left out. */
final class NewNames {

  private final Step step;
  private final List<NewName> names = new ArrayList<>();

  private NewNames(Step step) {
    this.step = step;
  }

  static Stream<NewName> of(Step step) {
    NewNames names = new NewNames(step);
    names.read(step.statement());
    // MySQL's unique keys are indexes, too.
    return names.names.stream()
        .filter(
            name ->
                name.kind() != Kind.INDEX
                    || names.names.stream()
                        .noneMatch(
                            other ->
                                other.kind().isConstraint() && other.name().equals(name.name())));
  }

  private void read(Statement statement) {
    Span span = statement.span();
    if (statement instanceof CreateTable) {
      NewTables.of(step).forEach(this::read);
    } else if (statement instanceof AlterTable alter) {
      alter.actions().forEach(action -> read(alter.table(), action));
    } else if (statement instanceof CreateIndex index) {
      read(index.index(), index.table(), span);
    } else if (statement instanceof CreateView view) {
      if (!view.orReplace() || step.schema().table(view.name()).isEmpty()) {
        add(Kind.VIEW, view.name(), span);
      }
    } else if (statement instanceof CreateObject created) {
      kind(created.type()).ifPresent(kind -> add(kind, created.name(), span));
    } else if (statement instanceof CreateType type) {
      add(Kind.TYPE, type.name(), span);
    } else if (statement instanceof CreateDomain domain) {
      add(Kind.TYPE, domain.name(), span);
    } else if (statement instanceof CreateRoutine routine) {
      add(Kind.ROUTINE, routine.name(), span);
    } else if (statement instanceof CreateTrigger trigger) {
      names.add(new NewName(Kind.TRIGGER, trigger.name(), trigger.table(), span));
    } else if (statement instanceof RenameObject rename) {
      kind(rename.type()).ifPresent(kind -> add(kind, rename.from().renamed(rename.to()), span));
    }
  }

  private void read(CreateTable table) {
    add(Kind.TABLE, table.name(), table.span());
    for (ColumnDefinition column : table.columns()) {
      Span place = table.place(column.name());
      names.add(new NewName(Kind.COLUMN, column.name(), table.name(), place));
      column.constraints().forEach(constraint -> read(constraint, table.name(), place));
    }
    table.constraints().forEach(constraint -> read(constraint, table.name(), table.span()));
    table.indexes().forEach(index -> read(index, table.name(), table.span()));
  }

  private void read(QualifiedName table, AlterAction action) {
    Span span = action.span();
    if (action instanceof AlterAction.AddColumn add) {
      names.add(new NewName(Kind.COLUMN, add.column().name(), table, span));
      add.column().constraints().forEach(constraint -> read(constraint, table, span));
    } else if (action instanceof AlterAction.AddConstraint add) {
      read(add.constraint(), table, span);
    } else if (action instanceof AlterAction.AddIndex add) {
      read(add.index(), table, span);
    } else if (action instanceof AlterAction.RenameColumn rename) {
      names.add(new NewName(Kind.COLUMN, rename.to(), table, span));
    } else if (action instanceof AlterAction.RenameTable rename) {
      add(Kind.TABLE, table.renamed(rename.to()), span);
    } else if (action instanceof AlterAction.RenameConstraint rename) {
      Kind kind =
          step.schema()
              .table(table)
              .flatMap(known -> known.constraint(rename.from()))
              .map(held -> kind(held.constraint()))
              .orElse(Kind.CONSTRAINT);
      names.add(new NewName(kind, rename.to(), table, span));
    } else if (action instanceof AlterAction.ChangeIndex change) {
      change.newName().ifPresent(name -> names.add(new NewName(Kind.INDEX, name, table, span)));
    }
  }

  /** What the server names by itself has no name yet. */
  private void read(Constraint constraint, QualifiedName table, Span from) {
    constraint
        .name()
        .ifPresent(
            name -> names.add(new NewName(kind(constraint), name, table, place(name, from))));
  }

  private void read(IndexDefinition index, QualifiedName table, Span from) {
    index
        .name()
        .ifPresent(name -> names.add(new NewName(Kind.INDEX, name, table, place(name, from))));
  }

  private void add(Kind kind, QualifiedName name, Span span) {
    names.add(new NewName(kind, name.name(), name, span));
  }

  /** Where a name stands, at these words or behind them; these words when it cannot be told. */
  private Span place(String name, Span from) {
    Matcher found =
        Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
            .matcher(step.source().sql());
    return from.offset() <= step.source().sql().length() && found.find(from.offset())
        ? new Span(found.start(), name.length())
        : from;
  }

  private static Kind kind(Constraint constraint) {
    if (constraint instanceof Constraint.Unique key) {
      return key.primary() ? Kind.PRIMARY_KEY : Kind.UNIQUE;
    }
    if (constraint instanceof Constraint.ForeignKey) {
      return Kind.FOREIGN_KEY;
    }
    return constraint instanceof Constraint.Check ? Kind.CHECK : Kind.CONSTRAINT;
  }

  private static Optional<Kind> kind(ObjectType type) {
    return Optional.ofNullable(
        switch (type) {
          case TABLE -> Kind.TABLE;
          case INDEX -> Kind.INDEX;
          case VIEW, MATERIALIZED_VIEW -> Kind.VIEW;
          case SEQUENCE -> Kind.SEQUENCE;
          case SCHEMA -> Kind.SCHEMA;
          case TYPE, DOMAIN -> Kind.TYPE;
          case ROUTINE -> Kind.ROUTINE;
          case TRIGGER -> Kind.TRIGGER;
          case DATABASE, POLICY, EXTENSION, OTHER -> null;
        });
  }
}
