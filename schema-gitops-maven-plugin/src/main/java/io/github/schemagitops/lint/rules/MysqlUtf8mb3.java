package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flags the character set that lacks a quarter of Unicode. */
public final class MysqlUtf8mb3 implements Rule {

  private static final Pattern OLD = Pattern.compile("(?i)utf8(mb3)?(_.*)?");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-utf8mb3",
            "utf8mb3, also called utf8, cannot keep emoji and many names: such an INSERT fails.")
        .onMySqlAndMariaDb()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> tables =
        NewTables.of(step)
            .filter(
                table ->
                    isOld(table.options().get("charset")) || isOld(table.options().get("collate")))
            .map(table -> finding(step, table.span(), table.name(), table.name().toString()));
    Stream<Finding> columns =
        NewColumn.of(step)
            .filter(
                column ->
                    isOld(column.definition().text().charset().orElse(null))
                        || isOld(column.definition().text().collation().orElse(null)))
            .map(column -> finding(step, column.span(), column.table(), column.title()));
    Stream<Finding> converted =
        step.alterations(AlterAction.ConvertCharset.class)
            .filter(
                change ->
                    isOld(change.action().charset())
                        || isOld(change.action().collation().orElse(null)))
            .map(
                change ->
                    finding(
                        step, change.action().span(), change.table(), change.table().toString()));
    return Stream.of(tables, columns, converted).flatMap(found -> found);
  }

  /** A character set or an order of texts, whose name begins with that of its character set. */
  private static boolean isOld(@Nullable String name) {
    return name != null && OLD.matcher(name).matches();
  }

  private Finding finding(Step step, Span span, QualifiedName table, String what) {
    return step.finding(
        this,
        span,
        table,
        "%s keeps texts as utf8mb3: an INSERT with an emoji, or with one of many names, fails"
            .formatted(what),
        "three bytes a character; MySQL will take it away",
        "write utf8mb4");
  }
}
