package io.github.schemagitops.dialect.postgres.repair;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function or procedure, as {@code pg_get_functiondef} writes it.
 *
 * @param arguments with names, types and defaults
 * @param returns type of the result; empty for a procedure
 * @param head everything before a body in quotes, all when the body is SQL that the server parsed
 * @param quotedBody true when the body is a text that the server reads at run time
 * @param sql true when the language is SQL
 */
record RoutineDefinition(
    List<String> arguments,
    Optional<String> returns,
    String head,
    boolean quotedBody,
    boolean sql) {

  private static final Pattern BODY = Pattern.compile("\nAS (?:\\$|'|E')");
  private static final Pattern RETURNS = Pattern.compile("\\A\n RETURNS (.*)");

  static RoutineDefinition read(String definition) {
    Matcher body = BODY.matcher(definition);
    boolean quoted = body.find();
    String head = quoted ? definition.substring(0, body.start()) : definition;
    int open = openingOfArguments(head);
    int close = SqlScan.closing(head, open);
    String rest = head.substring(close + 1);
    Matcher returns = RETURNS.matcher(rest);
    return new RoutineDefinition(
        SqlScan.items(head.substring(open + 1, close)),
        returns.find() ? Optional.of(returns.group(1)) : Optional.empty(),
        head,
        quoted,
        rest.contains("\n LANGUAGE sql\n") || rest.endsWith("\n LANGUAGE sql"));
  }

  private static int openingOfArguments(String head) {
    int i = 0;
    while (head.charAt(i) != '(') {
      i = SqlScan.next(head, i);
    }
    return i;
  }

  /**
   * True when {@code CREATE OR REPLACE} can make this out of another one: names and types of the
   * arguments and the result are the same, and no argument loses its default.
   */
  boolean canReplace(RoutineDefinition before) {
    if (!returns.equals(before.returns) || arguments.size() != before.arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      String old = before.arguments.get(i);
      if (!withoutDefault(arguments.get(i)).equals(withoutDefault(old))
          || (hasDefault(old) && !hasDefault(arguments.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDefault(String argument) {
    return SqlScan.indexOf(argument, "DEFAULT", 0) >= 0;
  }

  private static String withoutDefault(String argument) {
    int at = SqlScan.indexOf(argument, "DEFAULT", 0);
    return at < 0 ? argument : argument.substring(0, at).strip();
  }
}
