package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.testing.Databases;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Packaged servers keep notes of their own in the catalogs, which must not look like drift. */
class ContainerSnapshotTest {

  @Test
  void what_the_server_notes_for_itself_is_no_part_of_a_column() throws Exception {
    Databases.requireDocker();
    ShadowConfig config = Databases.config(ShadowConfig.Provider.CONTAINER, 17);
    try (ShadowDatabase shadow =
            ShadowProviders.select(config).open(config, Optional.empty(), message -> {});
        Connection owner = Connections.open(shadow.connection());
        Connection inspection = Connections.open(shadow.inspection())) {
      ShadowProviderContract.execute(
          owner, "CREATE TABLE t (a int, b text)", "ALTER TABLE t ALTER b SET (n_distinct = 5)");

      List<SchemaObject> objects =
          Dialects.of(shadow.inspection().url())
              .inspector()
              .inspect(inspection, new InspectionScope(List.of(), Set.of()))
              .objects();

      assertThat(objects)
          .extracting(SchemaObject::name, SchemaObject::definition)
          .contains(
              tuple("public.t.a", "integer"), tuple("public.t.b", "text WITH (n_distinct=5)"));
    }
  }
}
