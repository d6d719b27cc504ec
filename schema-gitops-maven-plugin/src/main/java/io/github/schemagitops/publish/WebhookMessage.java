package io.github.schemagitops.publish;

import io.github.schemagitops.report.Json;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An alert as JSON, as {@code docs/schemas/alert.schema.json} describes it. Pure. */
final class WebhookMessage {

  private static final int SCHEMA_VERSION = 1;

  /** Receivers limit what they take; the report has everything. */
  private static final int MOST_CHANGES = 200;

  private static final int LONGEST_DEFINITION = 2000;

  private WebhookMessage() {}

  static String of(Alert alert) {
    List<Change> changes = alert.changes();
    return Json.document(
        json -> {
          json.field("schemaVersion", SCHEMA_VERSION);
          json.field("event", lower(alert.event()));
          json.field("goal", alert.report().goal());
          json.field("project", alert.project());
          json.field("environment", alert.environment());
          json.field("server", alert.report().server());
          json.field("verdict", alert.report().outcome().verdict().name());
          json.field("exitCode", alert.report().outcome().exitCode().code());
          json.field("headline", alert.report().headline());
          json.field("remedy", alert.report().remedy());
          json.field("fingerprint", alert.fingerprint());
          json.field("previousFingerprint", alert.previous());
          json.field("commit", alert.report().commit());
          json.field("time", alert.time().toString());
          json.field("changesTotal", changes.size());
          json.objects(
              "changes",
              changes.subList(0, Math.min(changes.size(), MOST_CHANGES)),
              WebhookMessage::change);
          json.field("ignored", alert.report().ignored().size());
          json.strings("unknown", alert.report().unknown());
          json.object("tool", tool -> tool.field("version", alert.toolVersion()));
        });
  }

  private static void change(Json json, Change change) throws IOException {
    json.field("type", lower(change.type()));
    json.field("kind", change.kind().label());
    json.field("name", change.name());
    json.field("before", definition(change.before()));
    json.field("after", definition(change.after()));
  }

  private static Optional<String> definition(Optional<SchemaObject> object) {
    return object.map(SchemaObject::definition).map(text -> Cut.to(LONGEST_DEFINITION, text));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
