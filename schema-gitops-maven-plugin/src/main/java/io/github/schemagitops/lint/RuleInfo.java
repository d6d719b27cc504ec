package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Severity;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who a rule is.
 *
 * @param id kebab-case, the class name in other letters, never reused
 * @param severity of its findings
 * @param summary one sentence: what goes wrong, for an index of rules
 * @param harm what a trace on a real server can confirm or refute; empty for a rule about something
 *     else, such as lost data
 * @param products whose SQL it judges
 * @param isStyle true for a matter of style, which runs only where a project asks for it
 * @param parameters what a project can set
 * @param isAboutWaiting true when all that hurts is that others wait behind a lock that is not
 *     given at once: nothing to say where a lock timeout is set
 * @param isToldOnce true when one finding in a file says it all, however many statements do so
 */
public record RuleInfo(
    String id,
    Severity severity,
    String summary,
    Optional<Harm> harm,
    Set<Database> products,
    boolean isStyle,
    List<RuleParameter> parameters,
    boolean isAboutWaiting,
    boolean isToldOnce) {

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

  public RuleInfo {
    if (!KEBAB.matcher(id).matches()) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
    products = Collections.unmodifiableSet(EnumSet.copyOf(products));
    parameters = List.copyOf(parameters);
  }

  /** A rule for PostgreSQL that no trace can judge. */
  public RuleInfo(String id, Severity severity, String summary) {
    this(
        id,
        severity,
        summary,
        Optional.empty(),
        Set.of(Database.POSTGRESQL),
        false,
        List.of(),
        false,
        false);
  }

  /** A rule about data loss, an outage, or a sure failure. */
  public static RuleInfo error(String id, String summary) {
    return new RuleInfo(id, Severity.ERROR, summary);
  }

  /** A rule about what should be fixed. */
  public static RuleInfo warning(String id, String summary) {
    return new RuleInfo(id, Severity.WARNING, summary);
  }

  /** A rule about what is worth knowing. */
  public static RuleInfo info(String id, String summary) {
    return new RuleInfo(id, Severity.INFO, summary);
  }

  /** The same rule, which a trace can judge. */
  public RuleInfo seenAs(Harm seen) {
    return new RuleInfo(
        id,
        severity,
        summary,
        Optional.of(seen),
        products,
        isStyle,
        parameters,
        isAboutWaiting,
        isToldOnce);
  }

  /** The same rule for these products. */
  public RuleInfo on(Database first, Database... more) {
    return new RuleInfo(
        id,
        severity,
        summary,
        harm,
        EnumSet.of(first, more),
        isStyle,
        parameters,
        isAboutWaiting,
        isToldOnce);
  }

  /** The same rule for MySQL and MariaDB. */
  public RuleInfo onMySqlAndMariaDb() {
    return on(Database.MYSQL, Database.MARIADB);
  }

  /** The same rule for every product. */
  public RuleInfo everywhere() {
    return on(Database.POSTGRESQL, Database.MYSQL, Database.MARIADB);
  }

  /** The same rule, off unless a project asks for it. */
  public RuleInfo offByDefault() {
    return new RuleInfo(
        id, severity, summary, harm, products, true, parameters, isAboutWaiting, isToldOnce);
  }

  /** The same rule, silent where a lock timeout is set. */
  public RuleInfo aboutWaiting() {
    return new RuleInfo(
        id, severity, summary, harm, products, isStyle, parameters, true, isToldOnce);
  }

  /** The same rule, told at the first statement of a file that all of them concern. */
  public RuleInfo toldOnce() {
    return new RuleInfo(
        id, severity, summary, harm, products, isStyle, parameters, isAboutWaiting, true);
  }

  /** The same rule with values that a project can set. */
  public RuleInfo taking(RuleParameter... values) {
    return new RuleInfo(
        id,
        severity,
        summary,
        harm,
        products,
        isStyle,
        List.of(values),
        isAboutWaiting,
        isToldOnce);
  }
}
