package io.github.schemagitops.config.discovery;

import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML file whose mistakes are told with their lines. Values are taken as written: {@code off} is
 * a word here, not a truth value.
 *
 * @param title the file for people, relative to the project's base directory
 */
record YamlFile(String title) {

  static YamlFile of(Path baseDirectory, Path file) {
    return new YamlFile(
        baseDirectory.relativize(file.toAbsolutePath()).toString().replace('\\', '/'));
  }

  /**
   * A value and its place.
   *
   * @param key its name
   * @param node what stands behind the name
   * @param location where the name stands
   */
  record Entry(String key, Node node, Location location) {

    /** The text; empty when it is a map or a list. */
    Optional<String> text() {
      return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }
  }

  /** The file's own entries; none when it is empty. */
  Map<String, Entry> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      LoaderOptions options = new LoaderOptions();
      @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(reader);
      return root == null ? Map.of() : entries(root, "the file");
    } catch (MarkedYAMLException e) {
      throw SchemaGitOpsException.badInput(
          at(e.getProblemMark()), "this is no YAML: " + e.getProblem(), "correct it");
    } catch (IOException | YAMLException e) {
      throw FlywayFiles.unreadable(file, e);
    }
  }

  /** The entries of a map, by name. */
  Map<String, Entry> entries(Entry map) {
    return entries(map.node(), map.key());
  }

  private Map<String, Entry> entries(Node node, String what) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode map)) {
      // An empty value is an empty map.
      if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
        return entries;
      }
      throw SchemaGitOpsException.badInput(
          at(node.getStartMark()),
          "%s must hold names and values".formatted(what),
          "write each as a line of its own: <name>: <value>");
    }
    for (NodeTuple tuple : map.getValue()) {
      Location location = at(tuple.getKeyNode().getStartMark());
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (entries.put(key, new Entry(key, tuple.getValueNode(), location)) != null) {
        throw SchemaGitOpsException.badInput(
            location, "'%s' is said twice".formatted(key), "delete one of them");
      }
    }
    return entries;
  }

  private Location at(@Nullable Mark mark) {
    return mark == null
        ? Location.ofFile(title)
        : new Location(title, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
