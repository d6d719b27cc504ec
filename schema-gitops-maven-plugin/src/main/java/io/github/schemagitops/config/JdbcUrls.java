package io.github.schemagitops.config;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in a JDBC URL, and how one is shown. */
public final class JdbcUrls {

  /** Up to the last "@" before the query: a password may hold any of "/", "#" and ":". */
  private static final Pattern USER_INFO = Pattern.compile("//([^?\\s]*)@");

  /** Hides more rather than less: only some drivers end a value at a semicolon. */
  private static final Pattern SECRET_PROPERTY =
      Pattern.compile(
          "([?&;(,][^=&;(,\\s]*(?:password|passwd|pwd|passphrase|secret|token)[^=&;(,\\s]*)=[^&\\s]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE_PROPERTY =
      Pattern.compile(
          "[?&;(,](socketFactory|socketFactoryArg|sslfactory|sslfactoryarg|sslpasswordcallback"
              + "|sslhostnameverifier|authenticationPluginClassName|xmlFactoryFactory|loggerFile"
              + "|autoDeserialize|queryInterceptors|allowLoadLocalInfile|allowUrlInLocalInfile"
              + "|allowLocalInfile|statementInterceptors|exceptionInterceptors"
              + "|connectionLifecycleInterceptors|propertiesTransform|clientInfoProvider|logger"
              + "|profilerEventHandler|authenticationPlugins|defaultAuthenticationPlugin"
              + "|credentialType|tlsSocketType|parseInfoCacheFactory|queryInfoCacheFactory"
              + "|serverConfigCacheFactory|loadBalanceStrategy|ha\\.loadBalanceStrategy)=",
          Pattern.CASE_INSENSITIVE);

  private JdbcUrls() {}

  /** The URL with any credentials blotted out. */
  public static String redact(String url) {
    String hidden = USER_INFO.matcher(url).replaceAll("//***@");
    return SECRET_PROPERTY.matcher(hidden).replaceAll("$1=***");
  }

  /** What the URL has in the places of credentials, for a driver may quote a part of it. */
  public static List<String> secrets(String url) {
    List<String> secrets = new ArrayList<>();
    Matcher login = USER_INFO.matcher(url);
    if (login.find()) {
      String userInfo = login.group(1);
      int colon = userInfo.indexOf(':');
      secrets.add(colon < 0 ? userInfo : userInfo.substring(colon + 1));
    }
    Matcher property = SECRET_PROPERTY.matcher(url);
    while (property.find()) {
      secrets.add(property.group().substring(property.group(1).length() + 1));
    }
    return secrets.stream().filter(s -> !s.isEmpty()).toList();
  }

  /** Refuses a URL that carries credentials, or a property that makes a driver run code. */
  static void refuseCredentials(String environment, String url) {
    if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      throw SchemaGitOpsException.badInput(
          "environment '%s': '%s' is not a JDBC URL".formatted(environment, redact(url)),
          "write it as jdbc:postgresql://host:5432/database");
    }
    if (!redact(url).equals(url)) {
      throw SchemaGitOpsException.badInput(
          "environment '%s': the URL contains credentials: %s".formatted(environment, redact(url)),
          "remove them from the URL and give %s_USER and %s_PASSWORD as environment variables, or <serverId> of a <server> in settings.xml"
              .formatted(variablePrefix(environment), variablePrefix(environment)));
    }
    Matcher code = CODE_PROPERTY.matcher(url);
    if (code.find()) {
      throw SchemaGitOpsException.badInput(
          "environment '%s': the URL property '%s' is not allowed: it lets the driver load code or files"
              .formatted(environment, code.group(1)),
          "remove it from the URL");
    }
  }

  /** The start of the environment variables that configure an environment. */
  public static String variablePrefix(String environment) {
    return "SCHEMA_" + environment.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
