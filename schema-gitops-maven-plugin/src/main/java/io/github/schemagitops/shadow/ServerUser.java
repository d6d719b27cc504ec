package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * As whom the programs of an embedded server run. PostgreSQL refuses to run as root, and builds in
 * containers mostly are root; then its programs run as {@code nobody}. A user namespace ({@code
 * unshare -U}) is no way out: the default seccomp profile of container engines forbids it.
 */
final class ServerUser {

  private static final String UNPRIVILEGED = "nobody";
  private static final Duration PROBE_TIME = Duration.ofSeconds(5);

  private final UnaryOperator<List<String>> wrapper;
  private final Optional<UserPrincipal> user;

  private ServerUser(UnaryOperator<List<String>> wrapper, Optional<UserPrincipal> user) {
    this.wrapper = wrapper;
    this.user = user;
  }

  /**
   * The user for a server whose files are in a directory made by this process.
   *
   * @throws SchemaGitOpsException when this process is root and cannot become anybody else
   */
  static ServerUser forServerIn(Path directory) throws IOException {
    if (!TemporaryFiles.ownedByRoot(directory)) {
      return new ServerUser(UnaryOperator.identity(), Optional.empty());
    }
    for (UnaryOperator<List<String>> wrapper :
        List.<UnaryOperator<List<String>>>of(ServerUser::setpriv, ServerUser::su)) {
      Path output = directory.resolve("probe.log");
      var probe = new ServerProgram(wrapper.apply(List.of("id", "-un")), output, PROBE_TIME);
      if (probe.succeeds()) {
        Files.delete(output);
        return new ServerUser(wrapper, Optional.of(nobody(directory)));
      }
    }
    throw SchemaGitOpsException.error(
        ExitCode.UNREACHABLE,
        "PostgreSQL does not run as root, and neither 'setpriv' nor 'su' can start it as user 'nobody'",
        "run the build as another user, or use -Dschema.shadow.provider=container",
        null);
  }

  /** The command that runs this one as the user. */
  List<String> running(List<String> command) {
    return wrapper.apply(command);
  }

  /** Gives a file or directory to the user. */
  void own(Path file) throws IOException {
    if (user.isPresent()) {
      Files.setOwner(file, user.get());
    }
  }

  private static UserPrincipal nobody(Path directory) throws IOException {
    return directory
        .getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(UNPRIVILEGED);
  }

  private static List<String> setpriv(List<String> command) {
    List<String> wrapped =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=65534", "--clear-groups", "--"));
    wrapped.addAll(command);
    return wrapped;
  }

  /** Where {@code setpriv} is BusyBox's, which cannot change the user. */
  private static List<String> su(List<String> command) {
    String line =
        String.join(
            " ", command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    return List.of("su", "-s", "/bin/sh", UNPRIVILEGED, "-c", "exec " + line);
  }
}
