package io.github.schemagitops.mojo;

import io.github.schemagitops.config.discovery.MigrationSettingsResolver;
import io.github.schemagitops.config.discovery.ProjectLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.FileSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A project among the other modules of its build. */
final class Modules {

  private static final String THIS_PLUGIN = "io.github.schemagitops:schema-gitops-maven-plugin";

  private Modules() {}

  static ProjectLayout layout(MavenProject project) {
    Path base = project.getBasedir().toPath();
    List<Path> resources =
        project.getResources().stream().map(FileSet::getDirectory).map(base::resolve).toList();
    return new ProjectLayout(
        base,
        resources.isEmpty()
            ? List.of(base.resolve("src").resolve("main").resolve("resources"))
            : resources);
  }

  /**
   * True for a module without migrations in a build where another module has some: a build of
   * several modules runs a goal in each of them. When none has any, none is left out, so that the
   * build fails rather than passes without having looked at anything.
   */
  static boolean leaveOut(
      MavenSession session, MavenProject project, MigrationSettingsResolver settings) {
    return session.getProjects().size() > 1
        && settings.usesDefaultLocation()
        && !hasMigrations(project)
        && session.getProjects().stream().anyMatch(Modules::hasMigrations);
  }

  /** In the usual place, or in one that the module names. */
  private static boolean hasMigrations(MavenProject project) {
    return Files.isDirectory(layout(project).defaultLocation())
        || Optional.ofNullable(project.getPlugin(THIS_PLUGIN))
            .map(Plugin::getConfiguration)
            .filter(Xpp3Dom.class::isInstance)
            .map(configuration -> ((Xpp3Dom) configuration).getChild("locations"))
            .isPresent()
        || !new MigrationSettingsResolver(
                layout(project), Map.of(), FlywayPluginSettings.of(project))
            .usesDefaultLocation();
  }
}
