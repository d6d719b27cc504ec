package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server says at level {@code DEBUG1} about work on a relation. These messages are never
 * translated ({@code errmsg_internal}); they name relations without schema. Measured on 15 to 18.
 *
 * @param relation name of the relation, or of the foreign key
 * @param ofForeignKey true when {@code relation} is the name of a foreign key
 * @param work what was done; empty when the server found that nothing had to be
 * @param text the whole message
 */
record ServerMessage(String relation, boolean ofForeignKey, Optional<Work> work, String text) {

  private record Form(Pattern pattern, boolean foreignKey, Optional<Work> work) {

    static Form of(String regex, Work work) {
      return new Form(Pattern.compile(regex, Pattern.DOTALL), false, Optional.of(work));
    }

    static Form nothing(String regex) {
      return new Form(Pattern.compile(regex, Pattern.DOTALL), false, Optional.empty());
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("rewriting table \"(.*)\"", Work.REWRITE),
          Form.of("verifying table \"(.*)\"", Work.SCAN),
          Form.of(
              "building index \".*\" on table \"(.*?)\"(?: serially| with .*)", Work.INDEX_BUILD),
          new Form(
              Pattern.compile("validating foreign key constraint \"(.*)\"", Pattern.DOTALL),
              true,
              Optional.of(Work.SCAN)),
          Form.nothing("existing constraints on column \"(.*)\\..*\" are sufficient .*"),
          Form.nothing("partition constraint for table \"(.*)\" is implied by .*"),
          Form.nothing(
              "updated partition constraint for default partition \"(.*)\" is implied by .*"));

  static Optional<ServerMessage> of(String text) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(text);
      if (matcher.matches()) {
        return Optional.of(new ServerMessage(matcher.group(1), form.foreignKey, form.work, text));
      }
    }
    return Optional.empty();
  }
}
