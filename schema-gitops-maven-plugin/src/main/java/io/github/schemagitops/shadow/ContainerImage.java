package io.github.schemagitops.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * An image that is here.
 *
 * @param name as the user wrote it, for instance {@code postgres:17} or {@code postgres@sha256:…}
 * @param reference what the library starts
 * @param id content address; equal ids are equal images
 * @param startCommand the image's own way to start its server: entrypoint and first word of the
 *     command; without an entrypoint empty but for that
 */
record ContainerImage(
    String name, DockerImageName reference, String id, List<String> startCommand) {

  ContainerImage {
    startCommand = List.copyOf(startCommand);
  }

  /** Looks the image up, and pulls it when it is not here. */
  static ContainerImage of(String name, Progress progress) {
    DockerImageName parsed = parse(name);
    DockerClient client = ContainerClient.get();
    String actual = ImageNameSubstitutor.instance().apply(parsed).asCanonicalNameString();
    InspectImageResponse image;
    try {
      image = client.inspectImageCmd(actual).exec();
    } catch (NotFoundException e) {
      progress.say("pulling " + actual);
      pull(client, actual);
      image = client.inspectImageCmd(actual).exec();
    }
    return new ContainerImage(
        name, parsed, String.valueOf(image.getId()), startCommandOf(name, image.getConfig()));
  }

  private static List<String> startCommandOf(String name, ContainerConfig config) {
    List<String> words = new ArrayList<>();
    Optional.ofNullable(config.getEntrypoint()).map(List::of).ifPresent(words::addAll);
    Optional.ofNullable(config.getCmd()).stream().flatMap(Stream::of).limit(1).forEach(words::add);
    if (words.isEmpty()) {
      throw SchemaGitOpsException.badInput(
          "image %s says nothing about how its server is started".formatted(name),
          "use an image that behaves like the official one of the database");
    }
    return words;
  }

  private static DockerImageName parse(String image) {
    try {
      DockerImageName name = DockerImageName.parse(image);
      name.assertValid();
      return name;
    } catch (IllegalArgumentException e) {
      throw SchemaGitOpsException.badInput(
          "'%s' is not the name of a container image".formatted(image),
          "write schema.shadow.image as for 'docker run', for instance postgres:17");
    }
  }

  /** Here and not by the library, which for two minutes repeats what cannot succeed. */
  private static void pull(DockerClient client, String name) {
    try {
      client.pullImageCmd(name).start().awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ContainerClient.failed("pulling image " + name + " was interrupted", e, "run it again");
    } catch (RuntimeException e) {
      throw ContainerClient.failed(
          "image %s is not here and cannot be pulled".formatted(name),
          e,
          "check its name and the network ('docker pull %s'), or use -Dschema.shadow.provider=embedded"
              .formatted(name));
    }
  }
}
