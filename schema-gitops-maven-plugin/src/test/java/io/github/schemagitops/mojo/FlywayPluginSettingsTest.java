package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class FlywayPluginSettingsTest {

  @Test
  void the_configuration_of_the_flyway_plugin_is_read() throws Exception {
    MavenProject project =
        projectWith(
            "org.flywaydb",
            """
            <configuration>
              <url>jdbc:postgresql://elsewhere/x</url>
              <locations>
                <location>filesystem:a</location>
                <location>filesystem:b</location>
              </locations>
              <placeholders><currency>CHF</currency><empty/></placeholders>
              <outOfOrder>true</outOfOrder>
            </configuration>
            """);

    assertThat(FlywayPluginSettings.of(project))
        .containsEntry("locations", "filesystem:a,filesystem:b")
        .containsEntry("placeholders.currency", "CHF")
        .containsEntry("placeholders.empty", "")
        .containsEntry("outOfOrder", "true");
  }

  @Test
  void settings_of_one_product_stand_in_an_element_of_their_own() throws Exception {
    MavenProject project =
        projectWith(
            "org.flywaydb",
            """
            <configuration>
              <pluginConfiguration>
                <postgresqlTransactionalLock>false</postgresqlTransactionalLock>
              </pluginConfiguration>
            </configuration>
            """);

    assertThat(FlywayPluginSettings.of(project))
        .isEqualTo(Map.of("postgresqlTransactionalLock", "false"));
  }

  @Test
  void its_newer_coordinates_count_too() throws Exception {
    MavenProject project =
        projectWith("com.redgate.flyway", "<configuration><table>h</table></configuration>");

    assertThat(FlywayPluginSettings.of(project)).isEqualTo(Map.of("table", "h"));
  }

  @Test
  void properties_count_unless_the_configuration_says_otherwise() throws Exception {
    MavenProject project =
        projectWith("org.flywaydb", "<configuration><table>plugin</table></configuration>");
    project.getProperties().setProperty("flyway.table", "property");
    project.getProperties().setProperty("flyway.schemas", "shop");
    project.getProperties().setProperty("other.flyway.table", "x");

    assertThat(FlywayPluginSettings.of(project))
        .isEqualTo(Map.of("table", "plugin", "schemas", "shop"));
  }

  @Test
  void a_project_without_flyway_gives_nothing() {
    assertThat(FlywayPluginSettings.of(new MavenProject())).isEmpty();
  }

  private static MavenProject projectWith(String group, String configuration) throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId(group);
    plugin.setArtifactId("flyway-maven-plugin");
    plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader(configuration)));
    MavenProject project = new MavenProject();
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin);
    return project;
  }
}
