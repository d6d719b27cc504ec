package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flags tables of engines that keep no promises. */
public final class MysqlEngineNotInnodb implements Rule {

  private static final Pattern ENGINE = Pattern.compile("(?i)\\s*ENGINE\\s*=?\\s*['`]?(\\w+)");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-engine-not-innodb",
            "Another storage engine than InnoDB has no transactions, no foreign keys, or no crash safety.")
        .onMySqlAndMariaDb()
        .offByDefault()
        .taking(
            new RuleParameter(
                "allowed",
                "innodb",
                "Storage engines that may be used, with commas between them."));
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> created =
        NewTables.of(step)
            .flatMap(
                table ->
                    Stream.ofNullable(table.options().get("engine"))
                        .filter(engine -> !isAllowed(step, engine))
                        .map(engine -> finding(step, table.span(), table.name(), engine)));
    Stream<Finding> altered =
        step.alterations(AlterAction.OtherAction.class)
            .flatMap(
                change -> {
                  Matcher engine = ENGINE.matcher(change.action().sql());
                  return engine.lookingAt() && !isAllowed(step, engine.group(1))
                      ? Stream.of(
                          finding(step, change.action().span(), change.table(), engine.group(1)))
                      : Stream.of();
                });
    return Stream.concat(created, altered);
  }

  private boolean isAllowed(Step step, String engine) {
    return Stream.of(step.parameter(this, "allowed").split(",", -1))
        .anyMatch(allowed -> allowed.strip().equalsIgnoreCase(engine));
  }

  private Finding finding(Step step, Span span, QualifiedName table, String engine) {
    return step.finding(
        this,
        span,
        table,
        "%s is kept by %s and not by InnoDB".formatted(table, engine),
        "no transactions, no foreign keys, or no way back after a crash",
        "leave the ENGINE out, or write ENGINE=InnoDB");
  }
}
