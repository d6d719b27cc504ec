package io.github.schemagitops.mojo;

import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.discovery.LintConfigResolver;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What POM and command line say about linting. The edge where null becomes absence. */
final class Linting {

  private static final String IN_POM = "<lint> in the POM";
  private static final String PROPERTY = "schema.lint.rules";

  /** A comma before another rule: values may have commas in them. */
  private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*[a-z][a-z0-9.-]*\\s*=)");

  private Linting() {}

  /**
   * All that is said.
   *
   * @param configured {@code <lint>}
   * @param onCommandLine {@code <rule>=<severity>} and {@code <rule>.<setting>=<value>} with commas
   *     between them
   */
  static LintConfigResolver resolver(
      MavenProject project,
      MavenSession session,
      @Nullable LintParameter configured,
      @Nullable String onCommandLine) {
    LintConfigResolver resolver =
        new LintConfigResolver(project.getBasedir().toPath(), directories(project, session));
    LintParameter pom = configured == null ? new LintParameter() : configured;
    Map<String, @Nullable String> rules = pom.rules == null ? Map.of() : pom.rules;
    List<LintWord> words = new ArrayList<>();
    // Maven gives null for an empty element.
    rules.forEach((key, value) -> words.add(LintWord.in(IN_POM, key, value == null ? "" : value)));
    resolver.rules(words);
    Map<String, @Nullable String> others = new LinkedHashMap<>();
    others.put("serverVersion", pom.serverVersion);
    others.put("deployedBy", pom.deployedBy);
    others.put("statistics", pom.statistics);
    others.forEach(
        (key, value) -> {
          if (value != null && !value.isBlank()) {
            resolver.setting(LintWord.in(IN_POM, key, value));
          }
        });
    resolver.rules(words(onCommandLine));
    return resolver;
  }

  static List<LintWord> words(@Nullable String onCommandLine) {
    if (onCommandLine == null || onCommandLine.isBlank()) {
      return List.of();
    }
    return Stream.of(BETWEEN.split(onCommandLine, -1))
        .map(String::strip)
        .map(Linting::word)
        .toList();
  }

  private static LintWord word(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw SchemaGitOpsException.badInput(
          "%s is '%s'".formatted(PROPERTY, text),
          "write <rule>=<severity>, with commas between them, for instance drop-column=info,prefer-text=error");
    }
    return LintWord.in(
        PROPERTY, text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /** The project's own directory, those of its parents on this machine, the build's root. */
  private static List<Path> directories(MavenProject project, MavenSession session) {
    List<Path> directories = new ArrayList<>();
    for (@Nullable MavenProject p = project;
        p != null && p.getBasedir() != null;
        p = p.getParent()) {
      directories.add(p.getBasedir().toPath());
    }
    Optional.ofNullable(session.getRequest())
        .flatMap(request -> Optional.ofNullable(request.getMultiModuleProjectDirectory()))
        .ifPresent(root -> directories.add(root.toPath()));
    return directories;
  }
}
