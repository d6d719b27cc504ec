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
   * @param remedy what to put into it, or to use instead
   * @throws SchemaGitOpsException when there is none
   */
  Server named(String id, String user, String remedy) {
    Server server = settings.getServer(id);
    if (server == null) {
      throw SchemaGitOpsException.badInput(
          "%s: settings.xml has no <server> with id '%s'".formatted(user, id), remedy);
    }
    return decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
  }
}
