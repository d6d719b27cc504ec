package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flags widths of whole numbers, which mean nothing. */
public final class MysqlDisplayWidth implements Rule {

  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-display-width",
            "The number behind an integer type limits nothing, and MySQL no longer wants it.")
        .on(Database.MYSQL)
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewColumn.of(step)
        .filter(column -> INTEGERS.contains(column.type().name().replace(" unsigned", "")))
        .flatMap(column -> width(step, column).stream());
  }

  /** The model leaves out what means nothing: the words themselves must tell. */
  private Optional<Finding> width(Step step, NewColumn column) {
    Matcher width =
        Pattern.compile(
                "(?i)(?<![\\w$])[`\"]?"
                    + Pattern.quote(column.name())
                    + "[`\"]?\\s+((?:tiny|small|medium|middle|big)?int(?:eger|[1-8])?)\\s*\\(\\s*(\\d+)\\s*\\)(?!\\s+(?:unsigned\\s+)?zerofill)")
            .matcher(step.source().sql());
    if (!width.find(Math.min(column.span().offset(), step.source().sql().length()))) {
      return Optional.empty();
    }
    String type = width.group(1).toLowerCase(Locale.ROOT);
    // The usual way to write a boolean, which MySQL lets pass.
    boolean isBoolean = type.equals("tinyint") && width.group(2).equals("1");
    return isBoolean
        ? Optional.empty()
        : Optional.of(
            step.finding(
                this,
                new Span(width.start(1), width.end() - width.start(1)),
                column.table(),
                "the %s in %s limits nothing: %s keeps numbers of any length that fit its bytes"
                    .formatted(width.group(2), width.group(), column.title()),
                "deprecated since MySQL 8.0.17",
                "write %s".formatted(type)));
  }
}
