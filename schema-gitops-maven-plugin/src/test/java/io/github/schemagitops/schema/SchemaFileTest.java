package io.github.schemagitops.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.testing.Goldens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaFileTest {

  private static final String ORDERS = "public.orders";
  private static final String ODD = "public.\"a: b of c\"";

  @Test
  void a_schema_is_written_as_blocks_that_people_read() {
    Goldens.check("snapshot/schema.txt", write(everything()));
  }

  @Test
  void the_order_in_which_objects_were_read_does_not_count() {
    List<SchemaObject> shuffled = new ArrayList<>(everything());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(write(shuffled)).isEqualTo(write(everything()));
  }

  @Test
  void a_change_of_one_column_is_a_change_of_one_line() {
    List<SchemaObject> changed = new ArrayList<>(everything());
    changed.remove(object(ObjectKind.COLUMN, "public.orders.total", ORDERS, "numeric"));
    changed.add(object(ObjectKind.COLUMN, "public.orders.total", ORDERS, "numeric(12,2)"));
    List<String> before = write(everything()).lines().toList();
    List<String> after = new ArrayList<>(write(changed).lines().toList());

    assertThat(after).hasSameSizeAs(before);
    after.removeAll(before);
    assertThat(after).containsExactly("  column total: numeric(12,2)");
    assertThat(differences(everything(), changed))
        .containsExactly("~ column total of table public.orders");
  }

  @Test
  void differences_name_what_they_are_in_and_tell_a_table_once() {
    List<SchemaObject> then = new ArrayList<>(everything());
    then.removeIf(o -> o.name().contains("orders_total") || o.name().contains("\"a: b"));
    then.add(object(ObjectKind.TABLE, "public.parcels", null, "TABLE"));
    then.add(object(ObjectKind.COLUMN, "public.parcels.id", "public.parcels", "bigint"));
    then.add(object(ObjectKind.COLUMN, "public.orders.note", ORDERS, "text"));

    assertThat(differences(everything(), then))
        .containsExactly(
            "- index public.orders_total of table public.orders",
            "- table public.\"a: b of c\"",
            "+ column note of table public.orders",
            "+ table public.parcels");
  }

  @Test
  void a_part_of_a_table_with_an_odd_name_is_told() {
    List<SchemaObject> then = new ArrayList<>(everything());
    then.removeIf(o -> o.name().equals(ODD + ".\"x: y\""));

    assertThat(differences(everything(), then))
        .containsExactly("- column \"x: y\" of table " + ODD);
  }

  @Test
  void line_ends_and_blanks_at_the_end_of_a_line_do_not_count() {
    String text = write(everything());

    assertThat(SchemaFile.read(text.replace("\n", " \r\n"))).isEqualTo(SchemaFile.read(text));
    assertThat(text).doesNotContain("\r", " \n", "\t\n").endsWith("\n");
  }

  @Test
  void no_name_can_pass_for_another_object() {
    String text =
        write(
            List.of(
                object(ObjectKind.TABLE, "public.\"x\n\ntable public.fake\"", null, "TABLE"),
                object(ObjectKind.VIEW, "public.v", null, "SELECT 1;\n\ntable public.fake")));

    assertThat(SchemaFile.read(text).orElseThrow().entries())
        .doesNotContainKey("table public.fake");
  }

  @Test
  void the_server_is_told_by_the_version_that_names_compatible_ones() {
    assertThat(SchemaFile.read(write(everything())).orElseThrow().server())
        .isEqualTo("PostgreSQL 17");
    assertThat(SchemaFile.write("MariaDB", snapshot(1108, List.of())))
        .startsWith("-- schema-gitops snapshot 1: MariaDB 11.8\n");
  }

  @Test
  void other_texts_are_no_snapshots() {
    assertThat(SchemaFile.read("")).isEmpty();
    assertThat(SchemaFile.read("CREATE TABLE orders (id int);\n")).isEmpty();
    assertThat(SchemaFile.read("-- schema-gitops snapshot 2: PostgreSQL 17\n")).isEmpty();
  }

  private static List<String> differences(List<SchemaObject> before, List<SchemaObject> after) {
    return SchemaFile.read(write(before))
        .orElseThrow()
        .differencesTo(SchemaFile.read(write(after)).orElseThrow());
  }

  private static String write(List<SchemaObject> objects) {
    return SchemaFile.write("PostgreSQL", snapshot(17, objects));
  }

  private static SchemaSnapshot snapshot(int major, List<SchemaObject> objects) {
    return new SchemaSnapshot(
        major, objects, new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of()));
  }

  private static List<SchemaObject> everything() {
    return List.of(
        object(ObjectKind.SCHEMA, "audit", null, "SCHEMA"),
        object(ObjectKind.ENUM, "public.status", null, "'new', 'paid'"),
        object(ObjectKind.SEQUENCE, "public.invoice", null, "AS bigint"),
        object(ObjectKind.TABLE, ORDERS, null, "TABLE"),
        object(ObjectKind.TABLE, ODD, null, "UNLOGGED TABLE"),
        object(ObjectKind.COLUMN, "public.orders.total", ORDERS, "numeric"),
        object(ObjectKind.COLUMN, "public.orders.id", ORDERS, "bigint NOT NULL"),
        object(ObjectKind.COLUMN, ODD + ".\"x: y\"", ODD, "text DEFAULT ': '::text"),
        object(ObjectKind.CONSTRAINT, "public.orders.orders_pkey", ORDERS, "PRIMARY KEY (id)"),
        object(
            ObjectKind.INDEX,
            "public.orders_total",
            ORDERS,
            "CREATE INDEX orders_total ON public.orders USING btree (total)"),
        object(
            ObjectKind.TRIGGER,
            "public.orders.touch",
            ORDERS,
            "CREATE TRIGGER touch BEFORE UPDATE ON public.orders\n"
                + "  FOR EACH ROW EXECUTE FUNCTION f()"),
        object(
            ObjectKind.VIEW,
            "public.totals",
            null,
            " SELECT sum(total) AS total\r\n\r\n   FROM orders;  "),
        object(
            ObjectKind.FUNCTION,
            "public.f(integer, text)",
            null,
            "CREATE FUNCTION public.f(integer, text)\n RETURNS trigger\nAS $$begin\n\nend$$\n"),
        object(ObjectKind.COMMENT, "table public.orders", null, "What people buy: all of it"),
        object(ObjectKind.COMMENT, "column public.orders.total", ORDERS, "In euros,\nwith tax"),
        object(ObjectKind.COMMENT, "schema audit", null, "Who did what"),
        object(ObjectKind.COMMENT, "schema gone", null, "nobody's"),
        object(ObjectKind.OWNER, "schema audit", null, "ada"),
        object(ObjectKind.PRIVILEGE, "table public.orders TO PUBLIC", null, "SELECT"),
        object(ObjectKind.PRIVILEGE, "column public.orders.total TO bob", ORDERS, "UPDATE"));
  }

  private static SchemaObject object(
      ObjectKind kind, String name, @Nullable String parent, String definition) {
    return new SchemaObject(kind, name, Optional.ofNullable(parent), definition);
  }
}
