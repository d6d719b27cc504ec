package io.github.schemagitops.lint;

import io.github.schemagitops.statement.AlterDomain;
import io.github.schemagitops.statement.AlterEnum;
import io.github.schemagitops.statement.CreateDomain;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Types, domains and routines as the migrations replayed so far leave them; by bare name. */
final class KnownTypes {

  /**
   * A type of the project's own.
   *
   * @param isEnum true for an enum
   * @param constrainedDomain true for a domain with a check or {@code NOT NULL}
   * @param isNew true when it came with this change
   */
  record KnownType(boolean isEnum, boolean constrainedDomain, boolean isNew) {}

  final Map<String, KnownType> types = new LinkedHashMap<>();
  final Map<String, CreateRoutine> routines = new LinkedHashMap<>();

  Optional<KnownType> type(QualifiedName name) {
    return Optional.ofNullable(types.get(name.name()));
  }

  /** A routine; empty when no migration tells of it. */
  Optional<CreateRoutine> routine(QualifiedName name) {
    return Optional.ofNullable(routines.get(name.name()));
  }

  void settle() {
    types.replaceAll((n, type) -> new KnownType(type.isEnum(), type.constrainedDomain(), false));
  }

  void apply(Statement statement, boolean isNew) {
    if (statement instanceof CreateType type) {
      types.put(type.name().name(), new KnownType(type.isEnum(), false, isNew));
    } else if (statement instanceof CreateDomain domain) {
      types.put(domain.name().name(), new KnownType(false, isConstrained(domain), isNew));
    } else if (statement instanceof AlterDomain alter
        && alter.kind() != AlterDomain.Kind.OTHER
        && alter.kind() != AlterDomain.Kind.VALIDATE) {
      boolean wasNew = type(alter.name()).filter(KnownType::isNew).isPresent();
      types.put(alter.name().name(), new KnownType(false, true, wasNew));
    } else if (statement instanceof AlterEnum alter) {
      types.putIfAbsent(alter.type().name(), new KnownType(true, false, false));
    } else if (statement instanceof CreateRoutine routine) {
      routines.put(routine.name().name(), routine);
    } else if (statement instanceof RenameObject rename) {
      rename(rename);
    } else if (statement instanceof DropObject drop) {
      drop(drop);
    }
  }

  private void rename(RenameObject rename) {
    if (isType(rename.type())) {
      Optional.ofNullable(types.remove(rename.from().name()))
          .ifPresent(type -> types.put(rename.to(), type));
    }
  }

  static boolean isType(ObjectType type) {
    return type == ObjectType.TYPE || type == ObjectType.DOMAIN;
  }

  /** A domain demands what the domain demands that it is based on. */
  private boolean isConstrained(CreateDomain domain) {
    return domain.constrained()
        || type(EffectNames.parse(domain.type().name()))
            .filter(base -> base.constrainedDomain() && domain.type().dimensions() == 0)
            .isPresent();
  }

  private void drop(DropObject drop) {
    if (isType(drop.type())) {
      drop.names().forEach(name -> types.remove(name.name()));
    } else if (drop.type() == ObjectType.ROUTINE) {
      drop.names().forEach(name -> routines.remove(name.name()));
    }
  }
}
