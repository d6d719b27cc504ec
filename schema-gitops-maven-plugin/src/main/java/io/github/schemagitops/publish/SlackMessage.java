package io.github.schemagitops.publish;

import io.github.schemagitops.report.Json;
import io.github.schemagitops.schema.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert as Slack reads it. The text alone says enough, for others that read Slack's format but
 * not its blocks. Pure.
 */
final class SlackMessage {

  private static final int MOST_LINES = 20;

  /** A line of a phone's screen or two. */
  private static final int LONGEST_LINE = 120;

  /** Slack refuses a section of more than 3,000 characters; escaped ones count several times. */
  private static final int LONGEST_SECTION = 2900;

  private SlackMessage() {}

  static String of(Alert alert) {
    String answer = "*%s*: %s".formatted(title(alert), plain(alert.report().headline(), 500));
    return Json.document(
        json -> {
          json.field("text", answer);
          json.objects("blocks", blocks(alert, answer), SlackMessage::block);
        });
  }

  private record Block(String type, String text) {}

  private static List<Block> blocks(Alert alert, String answer) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block("section", answer));
    List<String> lines = lines(alert);
    if (!lines.isEmpty()) {
      blocks.add(new Block("section", "```\n" + fit(lines) + "\n```"));
    }
    if (!alert.report().remedy().isEmpty() && alert.event() != Alert.Event.RESOLVED) {
      blocks.add(new Block("section", "do: " + plain(alert.report().remedy(), 500)));
    }
    blocks.add(new Block("context", context(alert)));
    return blocks;
  }

  private static void block(Json json, Block block) throws IOException {
    json.field("type", block.type());
    Json.Body text =
        body -> {
          body.field("type", "mrkdwn");
          body.field("text", block.text());
        };
    if (block.type().equals("context")) {
      json.objects("elements", List.of(block), (element, b) -> text.write(element));
    } else {
      json.object("text", text);
    }
  }

  private static String title(Alert alert) {
    String where = plain(alert.project() + " " + alert.environment(), 200);
    return alert.event() == Alert.Event.RESOLVED
        ? "resolved, " + where
        : alert.report().outcome().verdict() + ", " + where;
  }

  private static List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    alert.changes().forEach(change -> lines.add(sign(change) + " " + change.object().title()));
    alert.report().unknown().forEach(reason -> lines.add("not seen: " + reason));
    return lines;
  }

  private static String fit(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (String line : lines) {
      // What would end the block is spelled in another way.
      String safe = plain(line.replace("```", "'''"), LONGEST_LINE);
      if (shown == MOST_LINES || text.length() + safe.length() > LONGEST_SECTION) {
        break;
      }
      text.append(shown == 0 ? "" : "\n").append(safe);
      shown++;
    }
    return shown == lines.size()
        ? text.toString()
        : text.append("\n… %d more".formatted(lines.size() - shown)).toString();
  }

  private static String context(Alert alert) {
    List<String> parts = new ArrayList<>();
    alert.report().server().ifPresent(parts::add);
    alert.report().commit().ifPresent(id -> parts.add("commit " + Cut.to(8, id).replace("…", "")));
    parts.add("schema:" + alert.report().goal() + " " + alert.toolVersion());
    parts.add(alert.time().toString());
    return plain(String.join(" · ", parts), 500);
  }

  private static String sign(Change change) {
    return switch (change.type()) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  /** Slack would take these three for mentions and links. */
  private static String plain(String text, int longest) {
    return Cut.to(longest, text.replaceAll("\\s+", " "))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
