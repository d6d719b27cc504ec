package io.github.schemagitops.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Goals and parameters as Maven knows them: the descriptor that the build generates. */
final class PluginDescriptor {

  private static final Path FILE = Path.of("target/classes/META-INF/maven/plugin.xml");

  /**
   * A parameter that users may set.
   *
   * @param property the {@code -D} name; empty when there is none
   * @param defaultValue empty when there is none
   */
  record Parameter(String name, String property, String defaultValue, String description) {}

  private final Map<String, List<Parameter>> goals = new TreeMap<>();

  static PluginDescriptor read() {
    if (!Files.isRegularFile(FILE)) {
      throw new AssertionError(FILE + " is missing: run mvn process-classes first");
    }
    try {
      PluginDescriptor descriptor = new PluginDescriptor();
      Element plugin =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(FILE.toFile())
              .getDocumentElement();
      for (Element mojo : children(child(plugin, "mojos"), "mojo")) {
        descriptor.goals.put(text(mojo, "goal"), parameters(mojo));
      }
      descriptor.goals.remove("help");
      return descriptor;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }

  List<String> goals() {
    return List.copyOf(goals.keySet());
  }

  /** A goal's own parameters first, then those it shares with the most other goals. */
  List<Parameter> parametersOf(String goal) {
    return goals.getOrDefault(goal, List.of()).stream()
        .sorted(
            Comparator.comparingLong((Parameter p) -> goalsWith(p.name()))
                .thenComparing(Parameter::name))
        .toList();
  }

  private long goalsWith(String parameter) {
    return goals.values().stream()
        .filter(parameters -> parameters.stream().anyMatch(p -> p.name().equals(parameter)))
        .count();
  }

  private static List<Parameter> parameters(Element mojo) {
    Map<String, Element> configuration = new TreeMap<>();
    children(child(mojo, "configuration"), "*").forEach(e -> configuration.put(e.getTagName(), e));
    List<Parameter> parameters = new ArrayList<>();
    for (Element parameter : children(child(mojo, "parameters"), "parameter")) {
      if (text(parameter, "editable").equals("true")) {
        String name = text(parameter, "name");
        Element value = configuration.get(name);
        parameters.add(
            new Parameter(
                name,
                value == null ? "" : value.getTextContent().replaceAll("^\\$\\{|}$", ""),
                value == null ? "" : value.getAttribute("default-value"),
                text(parameter, "description").replaceAll("\\s+", " ")));
      }
    }
    return parameters;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    if (found.isEmpty()) {
      throw new AssertionError("no <%s> in <%s>".formatted(name, parent.getTagName()));
    }
    return found.get(0);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element
          && (name.equals("*") || element.getTagName().equals(name))) {
        found.add(element);
      }
    }
    return found;
  }
}
