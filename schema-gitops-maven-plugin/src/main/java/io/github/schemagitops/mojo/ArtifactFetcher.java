package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ArtifactSource;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Fetches artifacts through Maven's own resolver: mirrors, offline mode and settings count. */
final class ArtifactFetcher implements ArtifactSource {

  private final RepositorySystem repositorySystem;
  private final MavenSession session;
  private final List<RemoteRepository> repositories;

  ArtifactFetcher(RepositorySystem repositorySystem, MavenSession session, MavenProject project) {
    this.repositorySystem = repositorySystem;
    this.session = session;
    this.repositories = new ArrayList<>(project.getRemotePluginRepositories());
    repositories.addAll(project.getRemoteProjectRepositories());
  }

  @Override
  public Path fetch(String group, String artifact, String version) {
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(group, artifact, "jar", version), repositories, "plugin");
    try {
      return repositorySystem
          .resolveArtifact(session.getRepositorySession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      String coordinates = "%s:%s:%s".formatted(group, artifact, version);
      if (session.isOffline()) {
        throw SchemaGitOpsException.badInput(
            coordinates + " is not in the local repository, and Maven is offline",
            "run once online, or: mvn dependency:get -Dartifact=" + coordinates);
      }
      throw SchemaGitOpsException.badInput(
          coordinates + " cannot be fetched: " + firstLine(e),
          "check the repositories and mirrors in settings.xml");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
