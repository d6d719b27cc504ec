package io.github.schemagitops.report;

import java.io.IOException;
import java.util.Locale;

/** The part {@code reconcile} of {@code report.json}. */
final class ReconciliationJson {

  private ReconciliationJson() {}

  static void write(Json json, Reconciliation reconciliation) throws IOException {
    json.field("proven", reconciliation.proven());
    json.objects("statements", reconciliation.statements(), ReconciliationJson::statement);
    json.objects(
        "unproven",
        reconciliation.unproven(),
        (u, unproven) -> {
          u.field("object", unproven.object());
          u.field("reason", unproven.reason());
        });
    json.strings("remains", reconciliation.remains());
    if (reconciliation.adopt().isPresent()) {
      Reconciliation.Adopt adopt = reconciliation.adopt().get();
      json.object(
          "adopt",
          a -> {
            a.field("file", adopt.file());
            a.field("proven", adopt.proven());
            a.field("reason", adopt.reason());
          });
    }
    json.strings("files", reconciliation.files());
  }

  private static void statement(Json json, Reconciliation.Statement statement) throws IOException {
    json.field("sql", statement.sql());
    json.field("object", statement.object());
    json.strings("hazards", statement.hazards());
    json.field("status", statement.status().name().toLowerCase(Locale.ROOT));
    json.field("fenced", statement.status() == Reconciliation.Status.FENCED);
    json.field("reason", statement.reason());
    json.field("applied", statement.applied());
  }
}
