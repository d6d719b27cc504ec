package io.github.schemagitops.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTextTest {

  private static final SchemaSnapshot SNAPSHOT =
      new SchemaSnapshot(
          17,
          List.of(
              new SchemaObject(
                  ObjectKind.VIEW,
                  "public.\"odd \\ ü\"",
                  Optional.empty(),
                  "SELECT 1\n;\t'\u2028'"),
              new SchemaObject(
                  ObjectKind.COLUMN, "public.t.a", Optional.of("public.t"), "integer NOT NULL")),
          new Coverage(
              new TreeMap<>(Map.of(ObjectKind.VIEW, 1, ObjectKind.COLUMN, 1)),
              new TreeMap<>(Map.of("owned by extensions", 3)),
              List.of("casts"),
              List.of("schema x: no rights")));

  @Test
  void what_was_written_is_read() throws IOException {
    assertThat(SnapshotText.read(SnapshotText.write(SNAPSHOT))).isEqualTo(SNAPSHOT);
  }

  @Test
  void an_object_takes_a_line() {
    assertThat(SnapshotText.write(SNAPSHOT).lines())
        .contains("[\"COLUMN\",\"public.t.a\",\"public.t\",\"integer NOT NULL\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"format\":2}",
        "{\"format\":1,\"surprise\":1}",
        "{\"format\":1,\"objects\":[[\"SPACESHIP\",\"x\",null,\"y\"]]}",
        "{\"format\":1,\"objects\":[[\"TABLE\",\"x\",null]]}",
        "{\"format\":1,\"objects\":[",
      })
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> SnapshotText.read(text)).isInstanceOf(IOException.class);
  }
}
