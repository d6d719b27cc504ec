package io.github.schemagitops.dialect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** The columns that a condition ties to values written down in it. */
final class FixedColumns {

  private static final Pattern CONSTANT = Pattern.compile("(?s)[-+]?\\d.*|[eE]?'.*");
  private static final Pattern COLUMN = Pattern.compile("(?:\\w+\\.)?([A-Za-z_]\\w*)");

  private FixedColumns() {}

  /** Columns that equal a constant, or one of a list of constants, in every row that is met. */
  static List<String> of(@Nullable VexContext condition) {
    return condition == null ? List.of() : columns(condition).distinct().toList();
  }

  private static Stream<String> columns(VexContext node) {
    List<VexContext> parts = node.vex();
    if (node.AND() != null && node.BETWEEN() == null) {
      return parts.stream().flatMap(FixedColumns::columns);
    }
    if (node.EQUAL() != null && parts.size() == 2) {
      return Stream.concat(
          column(parts.get(0), parts.subList(1, 2)), column(parts.get(1), parts.subList(0, 1)));
    }
    if (node.IN() != null && node.NOT() == null && parts.size() > 1) {
      return column(parts.get(0), parts.subList(1, parts.size()));
    }
    boolean wrapped = node.LEFT_PAREN() != null && node.IN() == null && parts.size() == 1;
    return wrapped ? columns(parts.get(0)) : Stream.of();
  }

  private static Stream<String> column(VexContext column, List<VexContext> values) {
    Matcher name = COLUMN.matcher(text(column));
    return name.matches()
            && values.stream().allMatch(value -> CONSTANT.matcher(text(value)).matches())
        ? Stream.of(name.group(1).toLowerCase(Locale.ROOT))
        : Stream.of();
  }

  private static String text(ParseTree node) {
    return Optional.ofNullable(node.getText()).orElse("");
  }
}
