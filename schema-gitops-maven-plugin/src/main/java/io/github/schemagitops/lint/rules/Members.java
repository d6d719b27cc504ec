package io.github.schemagitops.lint.rules;

import io.github.schemagitops.statement.DataType;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of an {@code ENUM} or {@code SET}.
 *
 * @param kind {@code enum} or {@code set}
 * @param names in their order, as written without quotes
 */
record Members(String kind, List<String> names) {

  private static final Pattern TYPE = Pattern.compile("(enum|set)\\s*\\((.*)\\)", Pattern.DOTALL);

  private static final Pattern MEMBER =
      Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*+)'|\"((?:[^\"\\\\]|\"\"|\\\\.)*+)\"");

  Members {
    names = List.copyOf(names);
  }

  /** Empty for another type. */
  static Optional<Members> of(DataType type) {
    Matcher list = TYPE.matcher(type.name());
    return list.matches()
        ? Optional.of(
            new Members(
                list.group(1), MEMBER.matcher(list.group(2)).results().map(Members::name).toList()))
        : Optional.empty();
  }

  private static String name(MatchResult member) {
    return member.group(1) == null
        ? member.group(2).replace("\"\"", "\"")
        : member.group(1).replace("''", "'");
  }

  /** Members that the other list does not have. */
  List<String> without(Members other) {
    return names.stream().filter(name -> !other.names.contains(name)).toList();
  }

  /** True when it begins with the other one's members in the same order. */
  boolean continues(Members other) {
    return names.size() >= other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }

  /** Bytes of one value in a row. */
  int bytes() {
    int members = names.size();
    if (kind.equals("enum")) {
      return members < 256 ? 1 : 2;
    }
    int whole = (members + 7) / 8;
    return whole > 4 ? 8 : whole;
  }

  /** For people. */
  static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
