package io.github.schemagitops.shadow;

import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a JDBC URL of PostgreSQL, MySQL or MariaDB.
 *
 * @param scheme for instance {@code jdbc:postgresql:}
 * @param hosts host and port, several with commas between them
 * @param database empty when the URL names none
 * @param query driver properties, with the question mark
 */
record ScratchUrl(String scheme, String hosts, Optional<String> database, String query) {

  private static final Pattern URL =
      Pattern.compile("(jdbc:(?:postgresql|mysql|mariadb):)//([^/?]*)(?:/([^?]*))?(\\?.*)?");

  /** Nothing that sets up sessions: that would win over what keeps the inspection true. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i)ssl\\w*|useSsl|serverSslCert|trustStore\\w*|keyStore\\w*|\\w*Timeout|tcpKeepAlive"
              + "|gssEncMode|channelBinding|allowPublicKeyRetrieval|permitMysqlScheme");

  /** Takes a URL apart; empty when it is of another form. */
  static Optional<ScratchUrl> parse(String url) {
    Matcher matcher = URL.matcher(url.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ScratchUrl(
            matcher.group(1),
            matcher.group(2),
            Optional.ofNullable(matcher.group(3)).filter(name -> !name.isEmpty()),
            Optional.ofNullable(matcher.group(4)).orElse("")));
  }

  /**
   * Takes apart the URL of a server that scratch databases are made on.
   *
   * @throws SchemaGitOpsException when it is of another form, or has properties that set up
   *     sessions
   */
  static ScratchUrl ofServer(String url) {
    ScratchUrl parsed =
        parse(url)
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "'%s' is not the URL of a server for scratch databases"
                            .formatted(JdbcUrls.redact(url)),
                        "write it as jdbc:postgresql://host:5432/postgres or jdbc:mariadb://host:3306/"));
    for (String property : parsed.query.replaceFirst("^\\?", "").split("&", -1)) {
      String name = property.replaceFirst("=.*", "");
      if (!name.isEmpty() && !HARMLESS.matcher(name).matches()) {
        throw SchemaGitOpsException.badInput(
            "the URL of the server for scratch databases has the property '%s'".formatted(name),
            "remove it; only properties of encryption and of timeouts may stand there");
      }
    }
    return parsed;
  }

  /** The URL for another database; the driver of MariaDB speaks to MySQL too. */
  String withDatabase(String name) {
    String driver = scheme.equals("jdbc:mysql:") ? "jdbc:mariadb:" : scheme;
    return driver + "//" + hosts + "/" + name + query;
  }

  /** The login's own database, or the one that every server has. */
  String maintenance() {
    return withDatabase(database.orElse(scheme.equals("jdbc:postgresql:") ? "postgres" : ""));
  }

  /** Where it leads: address and port of each host, so that two names of one host are equal. */
  Set<String> addresses() {
    Set<String> all = new TreeSet<>();
    for (String entry : hosts.isEmpty() ? new String[] {"localhost"} : hosts.split(",", -1)) {
      Matcher matcher = Pattern.compile("(.*?)(?::(\\d+))?").matcher(entry);
      String host = matcher.matches() ? matcher.group(1) : entry;
      String port =
          Optional.ofNullable(matcher.group(2))
              .orElse(scheme.equals("jdbc:postgresql:") ? "5432" : "3306");
      try {
        Arrays.stream(InetAddress.getAllByName(host))
            .map(a -> a.isLoopbackAddress() ? "loopback" : a.getHostAddress())
            .forEach(address -> all.add(address + " port " + port));
      } catch (UnknownHostException e) {
        all.add(host.toLowerCase(Locale.ROOT) + " port " + port);
      }
    }
    return all;
  }
}
