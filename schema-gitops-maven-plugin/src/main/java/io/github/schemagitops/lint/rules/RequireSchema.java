package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateDomain;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags names whose schema depends on the session. */
public final class RequireSchema implements Rule {

  private static final Set<ObjectType> HAVE_SCHEMAS =
      Set.of(
          ObjectType.TABLE,
          ObjectType.INDEX,
          ObjectType.VIEW,
          ObjectType.MATERIALIZED_VIEW,
          ObjectType.SEQUENCE,
          ObjectType.TYPE,
          ObjectType.DOMAIN,
          ObjectType.ROUTINE);

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "require-schema",
            "A name without schema means whatever the session's search_path finds first.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean pathIsSet =
        step.before().stream().anyMatch(part -> part.statement() instanceof SetSearchPath);
    Set<QualifiedName> temporary =
        step.file()
            .statements(CreateTable.class)
            .filter(table -> table.how().temporary())
            .map(CreateTable::name)
            .collect(Collectors.toSet());
    Map<QualifiedName, Span> names = new LinkedHashMap<>();
    if (!pathIsSet) {
      read(step.statement(), names);
    }
    return names.entrySet().stream()
        .filter(name -> name.getKey().schema().isEmpty() && !temporary.contains(name.getKey()))
        .map(name -> finding(step, name.getKey(), name.getValue()));
  }

  private static void read(Statement statement, Map<QualifiedName, Span> names) {
    Span span = statement.span();
    if (statement instanceof CreateTable table) {
      names.put(table.name(), span);
      references(table.constraints(), span, names);
      table
          .columns()
          .forEach(column -> references(column.constraints(), table.place(column.name()), names));
      table.partitioning().of().ifPresent(parent -> names.putIfAbsent(parent, span));
    } else if (statement instanceof AlterTable alter) {
      names.put(alter.table(), span);
      alter.actions().forEach(action -> references(action, names));
    } else if (statement instanceof CreateIndex index) {
      names.put(index.table(), span);
    } else if (statement instanceof CreateTrigger trigger) {
      names.put(trigger.table(), span);
    } else if (statement instanceof CreateView view) {
      names.put(view.name(), span);
    } else if (statement instanceof CreateType type) {
      names.put(type.name(), span);
    } else if (statement instanceof CreateDomain domain) {
      names.put(domain.name(), span);
    } else if (statement instanceof CreateRoutine routine) {
      names.put(routine.name(), span);
    } else if (statement instanceof CreateObject created && created.type() != ObjectType.SCHEMA) {
      names.put(created.name(), span);
    } else if (statement instanceof DropObject drop && HAVE_SCHEMAS.contains(drop.type())) {
      drop.names().forEach(name -> names.put(name, span));
    } else if (statement instanceof Dml dml) {
      dml.tables().forEach(name -> names.put(name, span));
    }
  }

  private static void references(AlterAction action, Map<QualifiedName, Span> names) {
    if (action instanceof AlterAction.AddConstraint add) {
      references(List.of(add.constraint()), add.span(), names);
    } else if (action instanceof AlterAction.AddColumn add) {
      references(add.column().constraints(), add.span(), names);
    } else if (action instanceof AlterAction.AttachPartition attach) {
      names.putIfAbsent(attach.partition(), attach.span());
    }
  }

  private static void references(
      List<Constraint> constraints, Span span, Map<QualifiedName, Span> names) {
    constraints.stream()
        .flatMap(
            constraint ->
                constraint instanceof Constraint.ForeignKey key
                    ? Stream.of(key.references())
                    : Stream.of())
        .forEach(parent -> names.putIfAbsent(parent, span));
  }

  private Finding finding(Step step, QualifiedName name, Span span) {
    return step.finding(
        this,
        span,
        name,
        "%s names no schema: which one is meant depends on the session's search_path"
            .formatted(name),
        "another role or another tool may find another object",
        "write %s".formatted(step.schema().resolve(name)));
  }
}
