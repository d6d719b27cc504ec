package io.github.schemagitops.mojo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the POM already configures for the flyway-maven-plugin, and {@code flyway.*} properties. */
final class FlywayPluginSettings {

  private static final String[] KEYS = {
    "org.flywaydb:flyway-maven-plugin", "com.redgate.flyway:flyway-maven-plugin"
  };

  private FlywayPluginSettings() {}

  static Map<String, String> of(MavenProject project) {
    Map<String, String> values = new LinkedHashMap<>();
    project
        .getProperties()
        .stringPropertyNames()
        .forEach(
            name -> {
              if (name.startsWith("flyway.")) {
                values.put(
                    name.substring("flyway.".length()), project.getProperties().getProperty(name));
              }
            });
    Stream.of(KEYS)
        .map(project::getPlugin)
        .flatMap(plugin -> Optional.ofNullable(plugin).stream())
        .map(Plugin::getConfiguration)
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast)
        .forEach(dom -> read(dom, values));
    return values;
  }

  private static void read(Xpp3Dom configuration, Map<String, String> values) {
    for (Xpp3Dom child : configuration.getChildren()) {
      boolean placeholders = child.getName().equals("placeholders");
      if (placeholders) {
        for (Xpp3Dom placeholder : child.getChildren()) {
          values.put("placeholders." + placeholder.getName(), text(placeholder));
        }
      } else if (child.getName().equals("pluginConfiguration")) {
        read(child, values);
      } else {
        values.put(
            child.getName(),
            child.getChildCount() == 0
                ? text(child)
                : Stream.of(child.getChildren())
                    .map(FlywayPluginSettings::text)
                    .collect(Collectors.joining(",")));
      }
    }
  }

  private static String text(Xpp3Dom element) {
    return element.getValue() == null ? "" : element.getValue();
  }
}
