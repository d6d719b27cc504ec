package io.github.schemagitops.dialect;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.List;
import java.util.ServiceLoader;

/** The dialects that are there. */
public final class Dialects {

  private Dialects() {}

  /** The dialect of a product. */
  public static Dialect of(Database database) {
    return of(database.urlPrefix() + "//localhost/");
  }

  /** The dialect that speaks to a JDBC URL. */
  public static Dialect of(String jdbcUrl) {
    List<Dialect> all =
        ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return all.stream()
        .filter(d -> d.accepts(jdbcUrl))
        .findFirst()
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "no dialect for " + JdbcUrls.redact(jdbcUrl),
                    "use one of: "
                        + String.join(", ", all.stream().map(Dialect::id).sorted().toList())));
  }
}
