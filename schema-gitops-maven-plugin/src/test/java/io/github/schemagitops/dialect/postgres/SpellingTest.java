package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.Spelling.normalised;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.schema.ObjectKind;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static final String FIRST =
      "CHECK ((s)::text = ANY ((ARRAY['a'::character varying, 'it''s, [b]'::character varying])::text[]))";
  private static final String AGAIN =
      "CHECK ((s)::text = ANY (ARRAY[('a'::character varying)::text, ('it''s, [b]'::character varying)::text]))";

  @Test
  void aListIsSpelledAsAfterDumpAndRestore() {
    assertThat(normalised(ObjectKind.CONSTRAINT, FIRST)).isEqualTo(AGAIN);
    assertThat(normalised(ObjectKind.CONSTRAINT, AGAIN)).isEqualTo(AGAIN);
  }

  @Test
  void dollarsAndBackslashesInAListStayThemselves() {
    assertThat(
            normalised(
                ObjectKind.VIEW,
                "(ARRAY['$1'::character varying, E'\\\\'::character varying])::text[]"))
        .isEqualTo("ARRAY[('$1'::character varying)::text, (E'\\\\'::character varying)::text]");
  }

  @Test
  void aListOfSomethingElseIsLeftAlone() {
    String text = "(ARRAY[x, 'a'::character varying])::text[]";

    assertThat(normalised(ObjectKind.VIEW, text)).isEqualTo(text);
  }

  @Test
  void whatPeopleWroteIsLeftAloneButForItsLineEnds() {
    assertThat(normalised(ObjectKind.FUNCTION, "begin\r\n  " + FIRST + "\r\nend"))
        .isEqualTo("begin\n  " + FIRST + "\nend");
  }

  @Test
  void aVeryLongLiteralIsNoTrouble() {
    String literal = "'" + "it''s ".repeat(100_000) + "'::character varying";

    assertThat(normalised(ObjectKind.VIEW, "(ARRAY[" + literal + "])::text[]"))
        .isEqualTo("ARRAY[(" + literal + ")::text]");
  }
}
