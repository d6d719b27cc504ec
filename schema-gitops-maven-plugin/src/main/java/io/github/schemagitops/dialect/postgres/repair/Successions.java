package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.schema.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renames types that get a successor, and drops them when nothing is of that type any more. */
final class Successions {

  /** The server cuts longer names off. */
  private static final int LONGEST_NAME = 63;

  private final Scene scene;
  private final Map<String, String> names = new HashMap<>();

  Successions(Scene scene) {
    this.scene = scene;
  }

  RepairStatement rename(Part type) {
    String name = freeName(type.name());
    names.put(type.name(), name);
    return RepairStatement.safe(
        "ALTER %s %s RENAME TO %s".formatted(word(type), type.name(), name), type.title());
  }

  RepairStatement drop(Part type) {
    return RepairStatement.safe(
        "DROP %s %s.%s".formatted(word(type), Names.schema(type.name()), names.get(type.name())),
        type.title());
  }

  private static String word(Part type) {
    return type.kind() == ObjectKind.DOMAIN ? "DOMAIN" : "TYPE";
  }

  /** A name that nothing in the schema has. */
  private String freeName(String type) {
    String base = Names.unquoted(Names.last(type));
    List<String> taken =
        Stream.concat(scene.from().objects().stream(), scene.to().objects().stream())
            .map(o -> Names.withoutArguments(o.name()))
            .toList();
    for (int i = 1; ; i++) {
      String suffix = i == 1 ? "_old" : "_old" + i;
      String name = base.substring(0, Math.min(base.length(), LONGEST_NAME - suffix.length()));
      String quoted = Names.quoted(name + suffix);
      if (!taken.contains(Names.schema(type) + "." + quoted) && !names.containsValue(quoted)) {
        return quoted;
      }
    }
  }
}
