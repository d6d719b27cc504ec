package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.NearestWord;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Comments of one migration that allow findings: {@code -- schema:ignore <rule> <reason>} belongs
 * to the statement it stands in, else to the next one; {@code -- schema:ignore-file <rule>
 * <reason>} to the whole file, wherever it stands. Without a reason, with an unknown rule or
 * without a finding to allow, the comment is a finding itself.
 */
final class Suppressions {

  static final RuleInfo INFO =
      new RuleInfo(
              "suppression",
              Severity.ERROR,
              "A schema:ignore comment has no reason, names no known rule, or allows nothing.")
          .everywhere();

  private static final Pattern COMMENT =
      Pattern.compile("--\\s*schema:ignore(-file)?(?![\\w-])[ \\t]*(\\S*)[ \\t]*(.*?)\\s*$");

  private record Comment(int line, int column, boolean wholeFile, String rule, String reason) {

    String word() {
      return wholeFile ? "schema:ignore-file" : "schema:ignore";
    }
  }

  private final Migration migration;
  private final List<Comment> comments;
  private final Set<String> knownRules;
  private final Set<String> notLookedFor;
  private final Set<Comment> used = new HashSet<>();

  private Suppressions(
      Migration migration,
      List<Comment> comments,
      Set<String> knownRules,
      Set<String> notLookedFor) {
    this.migration = migration;
    this.comments = comments;
    this.knownRules = knownRules;
    this.notLookedFor = notLookedFor;
  }

  /**
   * The comments of a migration.
   *
   * @param knownRules ids of the rules that run
   * @param notLookedFor ids of rules that exist but do not run now: a comment that names one may
   *     allow something another time
   */
  static Suppressions of(
      Migration migration, Collection<String> knownRules, Collection<String> notLookedFor) {
    List<Comment> comments = new ArrayList<>();
    int number = 0;
    for (String line : migration.text().lines().toList()) {
      number++;
      Matcher comment = COMMENT.matcher(line);
      if (comment.find()) {
        comments.add(
            new Comment(
                number,
                comment.start() + 1,
                comment.group(1) != null,
                comment.group(2),
                comment.group(3)));
      }
    }
    return new Suppressions(
        migration, List.copyOf(comments), new TreeSet<>(knownRules), new TreeSet<>(notLookedFor));
  }

  /** True when a comment with a reason allows this finding of this statement. */
  boolean allow(Finding finding, SqlStatement statement) {
    Optional<Comment> allowing =
        comments.stream()
            .filter(comment -> comment.rule().equals(finding.rule()))
            .filter(comment -> !comment.reason().isEmpty())
            .filter(
                comment ->
                    comment.wholeFile() || statementOf(comment).equals(Optional.of(statement)))
            // The one at the statement says more: the file's may be of no use any more.
            .min(Comparator.comparing(Comment::wholeFile));
    allowing.ifPresent(used::add);
    return allowing.isPresent();
  }

  /** What is wrong with the comments, asked after all statements. */
  Stream<Finding> problems() {
    return comments.stream().flatMap(comment -> problem(comment).stream());
  }

  private Optional<SqlStatement> statementOf(Comment comment) {
    return migration.statements().stream()
        .filter(statement -> lastLine(statement) >= comment.line())
        .findFirst();
  }

  private static int lastLine(SqlStatement statement) {
    return statement.line() + (int) statement.sql().chars().filter(c -> c == '\n').count();
  }

  private Optional<Finding> problem(Comment comment) {
    boolean named = knownRules.contains(comment.rule()) || notLookedFor.contains(comment.rule());
    if (!named) {
      return Optional.of(
          finding(
              comment,
              comment.rule().isEmpty()
                  ? "the comment names no rule"
                  : "there is no rule '%s'".formatted(comment.rule()),
              nearest(comment.rule())
                  .map("write %s"::formatted)
                  .orElse("write -- schema:ignore <rule> <reason>; docs/rules lists the rules")));
    }
    if (comment.reason().isEmpty()) {
      return Optional.of(
          finding(
              comment,
              "the comment gives no reason, so %s stays in force".formatted(comment.rule()),
              "write why it is safe here: -- %s %s <reason>"
                  .formatted(comment.word(), comment.rule())));
    }
    return used.contains(comment) || notLookedFor.contains(comment.rule())
        ? Optional.empty()
        : Optional.of(
            finding(
                comment,
                comment.wholeFile()
                    ? "%s finds nothing in this file, so there is nothing to ignore"
                        .formatted(comment.rule())
                    : "%s finds nothing here, so there is nothing to ignore"
                        .formatted(comment.rule()),
                "delete the comment"));
  }

  private Finding finding(Comment comment, String message, String help) {
    Location location = new Location(migration.path(), comment.line(), comment.column());
    String line = migration.line(comment.line());
    int length = line.stripTrailing().length() - comment.column() + 1;
    return Finding.at(location, INFO.id(), INFO.severity(), message, help)
        .showing(new Place(location, line, length).frame(""));
  }

  private Optional<String> nearest(String name) {
    return NearestWord.to(name, Stream.concat(knownRules.stream(), notLookedFor.stream()).toList());
  }
}
