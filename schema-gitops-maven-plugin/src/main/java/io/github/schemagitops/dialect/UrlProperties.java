package io.github.schemagitops.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A JDBC URL and the properties of a connection, without any property in both: to drivers the URL's
 * own would count, and a lock timeout that we set would be none.
 *
 * @param url without the properties that are named
 * @param properties what was asked for; lists go on where the URL's lists end
 */
record UrlProperties(String url, Map<String, String> properties) {

  /**
   * Properties that are lists, with what stands between two entries. Of two equal ones the last
   * counts.
   */
  private static final Map<String, String> LISTS =
      Map.of("options", " ", "sessionvariables", ",", "connectionattributes", ",");

  /**
   * Takes out of the URL what the properties say too.
   *
   * @param wanted properties that win over the URL's
   */
  static UrlProperties of(String url, Map<String, String> wanted) {
    int query = url.indexOf('?');
    if (query < 0 || wanted.isEmpty()) {
      return new UrlProperties(url, wanted);
    }
    Map<String, String> properties = new LinkedHashMap<>(wanted);
    List<String> kept = new ArrayList<>();
    for (String part : url.substring(query + 1).split("&", -1)) {
      String name = part.replaceFirst("=.*", "");
      List<String> ours = wanted.keySet().stream().filter(name::equalsIgnoreCase).toList();
      if (ours.isEmpty()) {
        kept.add(part);
      }
      for (String key : ours) {
        String separator = LISTS.get(key.toLowerCase(Locale.ROOT));
        if (separator != null && part.length() > name.length() + 1) {
          String theirs = decoded(url, part.substring(name.length() + 1));
          properties.merge(key, theirs, (own, their) -> their + separator + own);
        }
      }
    }
    String rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new UrlProperties(url.substring(0, query) + rest, properties);
  }

  /** Only PostgreSQL's driver encodes what stands in a URL. */
  private static String decoded(String url, String value) {
    return url.startsWith("jdbc:postgresql:")
        ? URLDecoder.decode(value, StandardCharsets.UTF_8)
        : value;
  }
}
