package io.github.schemagitops.mojo;

import io.github.schemagitops.finding.SchemaGitOpsException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The {@code <server>}s of settings.xml.
 *
 * @param decrypter for those that are kept encrypted
 */
record Servers(Settings settings, SettingsDecrypter decrypter) {

  /**
   * The server with that id, its password readable.
   *
   * @param user what needs it, for the message
   * @throws SchemaGitOpsException when there is none
   */
  Server named(String id, String user) {
    Server server = settings.getServer(id);
    if (server == null) {
      throw SchemaGitOpsException.badInput(
          "%s: settings.xml has no <server> with id '%s'".formatted(user, id),
          "add it with what it has to hold, or use environment variables");
    }
    return decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
  }
}
