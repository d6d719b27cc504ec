package io.github.schemagitops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Differences as lines: of two texts, and of two schemas. */
class TextDiffTest {

  private static final SchemaObject COLUMN =
      object(ObjectKind.COLUMN, "public.orders.total", "numeric(12,2) NOT NULL");

  @Test
  void only_the_middle_that_differs_is_shown() {
    assertThat(TextDiff.of("a\nb\nc\nd", "a\nx\ny\nd", 9))
        .containsExactly("      - b", "      - c", "      + x", "      + y");
  }

  @Test
  void a_line_that_only_one_side_has_is_shown_once() {
    assertThat(TextDiff.of("a\na", "a\na\na", 9)).containsExactly("      + a");
    assertThat(TextDiff.of("a\nb", "b", 9)).containsExactly("      - a");
    assertThat(TextDiff.of("a", "", 9)).containsExactly("      - a");
  }

  @Test
  void equal_texts_differ_in_nothing() {
    assertThat(TextDiff.of("a\nb", "a\nb\n", 9)).isEmpty();
  }

  @Test
  void long_parts_are_cut_and_counted() {
    assertThat(TextDiff.of("1\n2\n3\n4", "x", 2))
        .containsExactly("      - 1", "      - 2", "      … 2 more lines", "      + x");
    assertThat(TextDiff.of("1\n2\n3", "x", 2)).contains("      … 1 more line");
  }

  @Test
  void drift_says_what_was_expected_and_what_is() {
    Change wider = Change.changed(COLUMN, object(ObjectKind.COLUMN, COLUMN.name(), "numeric"));
    Change extra = Change.added(object(ObjectKind.INDEX, "public.tmp", "btree (total)"));
    Change gone = Change.removed(object(ObjectKind.VIEW, "public.v", " SELECT 1;"));

    assertThat(lines(SchemaChanges.Meaning.DRIFT, wider, extra, gone))
        .containsExactly(
            "  ~ column public.orders.total  expected numeric(12,2) NOT NULL, is numeric",
            "  + index  public.tmp           btree (total)   not in Git",
            "  - view   public.v             SELECT 1;   missing");
  }

  @Test
  void a_migrations_change_says_before_and_after() {
    Change wider = Change.changed(COLUMN, object(ObjectKind.COLUMN, COLUMN.name(), "numeric"));

    assertThat(lines(SchemaChanges.Meaning.MIGRATED, wider))
        .containsExactly("  ~ column public.orders.total  numeric(12,2) NOT NULL → numeric");
  }

  @Test
  void long_definitions_are_shown_by_their_differing_lines() {
    SchemaObject before = object(ObjectKind.FUNCTION, "public.f()", "BEGIN\n  RETURN 1;\nEND");
    SchemaObject after = object(ObjectKind.FUNCTION, "public.f()", "BEGIN\n  RETURN 2;\nEND");

    assertThat(lines(SchemaChanges.Meaning.DRIFT, Change.changed(before, after)))
        .containsExactly("  ~ function public.f()", "      -   RETURN 1;", "      +   RETURN 2;");
  }

  @Test
  void a_long_new_definition_is_cut_to_one_line() {
    SchemaObject view =
        object(ObjectKind.VIEW, "public.v", "SELECT\n  1 AS one" + ",\n 2".repeat(50));

    assertThat(lines(SchemaChanges.Meaning.MIGRATED, Change.added(view)))
        .singleElement()
        .asString()
        .startsWith("  + view public.v  SELECT 1 AS one, 2, 2")
        .endsWith("…")
        .hasSizeLessThan(130);
  }

  private static List<String> lines(SchemaChanges.Meaning meaning, Change... changes) {
    return ChangeLines.of(new SchemaChanges(meaning, new SchemaDiff(List.of(changes))));
  }

  private static SchemaObject object(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, name, Optional.empty(), definition);
  }
}
