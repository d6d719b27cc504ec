package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.postgres.Ownership.Grant;
import io.github.schemagitops.dialect.postgres.Ownership.OnObject;
import io.github.schemagitops.dialect.postgres.Ownership.OnThingsToCome;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Owners, privileges and default privileges as objects of a snapshot. */
final class OwnershipReader {

  private final Map<Long, String> roles;

  private OwnershipReader(Map<Long, String> roles) {
    this.roles = roles;
  }

  /** Adds to an inventory what concerns the objects that it has. */
  static void read(DSLContext dsl, CatalogScope scope, Inventory inventory) {
    Map<Long, String> roles = MigrationOwner.words(dsl, scope);
    OwnershipReader reader = new OwnershipReader(roles);
    inventory.annotate(reader.owners(Ownership.owners(dsl, scope), inventory));
    inventory.annotate(reader.privileges(Ownership.privileges(dsl, scope), inventory));
    inventory.annotate(reader.defaults(Ownership.defaults(dsl, scope, MigrationOwner.oids(roles))));
  }

  private List<SchemaObject> owners(Map<Address, Long> owners, Inventory inventory) {
    List<SchemaObject> objects = new ArrayList<>();
    owners.forEach(
        (address, role) ->
            inventory
                .at(address)
                .map(o -> new SchemaObject(ObjectKind.OWNER, o.title(), o.parent(), word(role)))
                .ifPresent(objects::add));
    return objects;
  }

  private List<SchemaObject> privileges(List<OnObject> privileges, Inventory inventory) {
    Map<OnObjectOf, List<Grant>> grants = new LinkedHashMap<>();
    for (OnObject privilege : privileges) {
      inventory
          .at(privilege.address())
          .map(o -> new OnObjectOf(o, privilege.column(), word(privilege.grant().grantee())))
          .ifPresent(key -> add(grants, key, privilege.grant()));
    }
    List<SchemaObject> objects = new ArrayList<>();
    grants.forEach((key, list) -> objects.add(key.object(list)));
    return objects;
  }

  private List<SchemaObject> defaults(List<OnThingsToCome> privileges) {
    Map<OnThingsOf, List<Grant>> grants = new LinkedHashMap<>();
    for (OnThingsToCome privilege : privileges) {
      OnThingsOf key =
          new OnThingsOf(
              word(privilege.role()),
              privilege.schema(),
              privilege.type(),
              word(privilege.grant().grantee()));
      add(grants, key, privilege.grant());
    }
    List<SchemaObject> objects = new ArrayList<>();
    grants.forEach((key, list) -> objects.add(key.object(list)));
    return objects;
  }

  private static <K> void add(Map<K, List<Grant>> grants, K key, Grant grant) {
    grants.computeIfAbsent(key, k -> new ArrayList<>()).add(grant);
  }

  /** A role that is gone can still be in a list of privileges. */
  private String word(long role) {
    return roles.getOrDefault(role, "role " + role);
  }

  /**
   * What one role may do with one object.
   *
   * @param column quoted name of its column, empty for the whole
   */
  private record OnObjectOf(SchemaObject on, String column, String grantee) {

    SchemaObject object(List<Grant> grants) {
      boolean isTable = GrantText.word(on.kind()).equals("TABLE");
      String title = column.isEmpty() ? on.title() : "column %s.%s".formatted(on.name(), column);
      return new SchemaObject(
          ObjectKind.PRIVILEGE,
          title + " TO " + grantee,
          isTable ? Optional.of(on.name()) : on.parent(),
          GrantText.of(grants, column, GrantText.word(on.kind()) + " " + on.name(), grantee));
    }
  }

  /**
   * What one role may do with things of one type that another makes.
   *
   * @param schema quoted name, empty for all
   */
  private record OnThingsOf(String role, String schema, String type, String grantee) {

    SchemaObject object(List<Grant> grants) {
      String where = schema.isEmpty() ? "" : " IN " + schema;
      String statement =
          "ALTER DEFAULT PRIVILEGES FOR ROLE %s%s "
              .formatted(role, schema.isEmpty() ? "" : " IN SCHEMA " + schema);
      String text = GrantText.of(grants, "", type, grantee).replace(";\n", ";\n" + statement);
      return new SchemaObject(
          ObjectKind.DEFAULT_PRIVILEGE,
          "%s OF %s%s TO %s".formatted(type, role, where, grantee),
          Optional.empty(),
          statement + text);
    }
  }
}
