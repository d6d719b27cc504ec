package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings.Naming;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.callback.Event;

/** What a file is to Flyway, by its name; and what its author probably meant. */
final class FlywayNames {

  private static final String BASELINE_PREFIX = "B";
  private static final String UNDO_PREFIX = Naming.UNDO_PREFIX;

  enum Role {
    MIGRATION,
    SCRIPT_CONFIG,
    CALLBACK,
    /** Looks like a migration, but Flyway would skip it without a word. */
    MISNAMED,
    UNRELATED
  }

  private final Naming naming;

  FlywayNames(Naming naming) {
    this.naming = naming;
  }

  Role roleOf(SourceFile file) {
    String name = file.fileName();
    if (name.endsWith(ScriptConfig.SUFFIX) && suffixOf(stem(name)).isPresent()) {
      return Role.SCRIPT_CONFIG;
    }
    if (suffixOf(name).isEmpty()) {
      return wouldFitInOtherCase(name) ? Role.MISNAMED : Role.UNRELATED;
    }
    if (isCallback(name)) {
      return Role.CALLBACK;
    }
    if (isUndo(name)) {
      return Role.MISNAMED;
    }
    return parse(file).isPresent() ? Role.MIGRATION : Role.MISNAMED;
  }

  /** The name taken apart as Flyway does; empty when Flyway would not take it for a migration. */
  Optional<MigrationId> parse(SourceFile file) {
    if (suffixOf(file.fileName()).isEmpty()) {
      return Optional.empty();
    }
    String stem = stripSuffix(file.fileName());
    int separator = stem.indexOf(naming.separator());
    String head = separator < 0 ? stem : stem.substring(0, separator);
    String description =
        separator < 0
            ? ""
            : stem.substring(separator + naming.separator().length()).replace('_', ' ');
    if (head.equals(naming.repeatablePrefix())) {
      return Optional.of(new MigrationId(Migration.Kind.REPEATABLE, Optional.empty(), description));
    }
    if (head.startsWith(naming.versionedPrefix())) {
      return MigrationVersion.parse(head.substring(naming.versionedPrefix().length()))
          .map(v -> new MigrationId(Migration.Kind.VERSIONED, Optional.of(v), description));
    }
    if (head.startsWith(BASELINE_PREFIX)) {
      return MigrationVersion.parse(head.substring(BASELINE_PREFIX.length()))
          .map(v -> new MigrationId(Migration.Kind.BASELINE, Optional.of(v), description));
    }
    return Optional.empty();
  }

  /** Why a misnamed file is not a migration, and the name it should have. */
  Finding complaint(SourceFile file) {
    String name = file.fileName();
    if (isUndo(name)) {
      return Finding.at(
          Location.ofFile(file.path()),
          "undo-migration",
          Severity.WARNING,
          "Flyway's free edition ignores undo scripts, and refuses them where file names are validated",
          "keep undo scripts outside of the migration locations");
    }
    return Finding.at(
        Location.ofFile(file.path()),
        "migration-name",
        Severity.ERROR,
        "Flyway would skip this file without a word: " + reason(name),
        suggestion(name)
            .map(better -> "rename it to " + better)
            .orElse(
                "name it %s<version>%s<description>%s, or move it out of the migration location"
                    .formatted(
                        naming.versionedPrefix(), naming.separator(), naming.suffixes().get(0))));
  }

  /** False where undo scripts are what is looked for. */
  private boolean isUndo(String name) {
    return name.startsWith(UNDO_PREFIX)
        && afterPrefix(name).isPresent()
        && !naming.versionedPrefix().equals(UNDO_PREFIX);
  }

  private String reason(String name) {
    if (suffixOf(name).isEmpty()) {
      return "its suffix is not %s".formatted(String.join(" or ", naming.suffixes()));
    }
    Optional<String> rest = afterPrefix(name);
    if (rest.isEmpty()) {
      return "its name does not start with %s<version> or %s"
          .formatted(naming.versionedPrefix(), naming.repeatablePrefix());
    }
    boolean wrongCase =
        !name.startsWith(naming.versionedPrefix()) && !name.startsWith(naming.repeatablePrefix());
    if (wrongCase && !name.startsWith(BASELINE_PREFIX)) {
      return "the prefix '%s' is not '%s': case counts"
          .formatted(name.charAt(0), name.substring(0, 1).toUpperCase(Locale.ROOT));
    }
    if (!rest.get().contains(naming.separator())) {
      return "version and description are not separated by '%s'".formatted(naming.separator());
    }
    return "'%s' is not a version"
        .formatted(rest.get().substring(0, rest.get().indexOf(naming.separator())));
  }

  /** The name with prefix, separator and suffix corrected, when that makes a migration of it. */
  private Optional<String> suggestion(String name) {
    String suffix = naming.suffixes().get(0);
    Matcher parts =
        Pattern.compile("([a-zA-Z])(\\d+(?:[._]\\d+)*)?[_\\-. ]+(.+)").matcher(stripSuffix(name));
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean repeatable = parts.group(1).equalsIgnoreCase(naming.repeatablePrefix());
    String prefix =
        repeatable ? naming.repeatablePrefix() : parts.group(1).toUpperCase(Locale.ROOT);
    String version = parts.group(2) == null ? "" : parts.group(2);
    if (version.isEmpty() != repeatable
        || !(repeatable || prefix.equals(naming.versionedPrefix()))) {
      return Optional.empty();
    }
    String better = prefix + version + naming.separator() + parts.group(3) + suffix;
    return better.equals(name) ? Optional.empty() : Optional.of(better);
  }

  private String stripSuffix(String name) {
    int dot = name.lastIndexOf('.');
    return suffixOf(name)
        .map(s -> name.substring(0, name.length() - s.length()))
        .orElse(dot > 0 ? name.substring(0, dot) : name);
  }

  /** What stands between a one-letter prefix in any case and the suffix, if it looks like one. */
  private Optional<String> afterPrefix(String name) {
    Matcher m = Pattern.compile("[VvRrBbUu]((?=\\d|_).*)").matcher(stripSuffix(name));
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private boolean wouldFitInOtherCase(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return naming.suffixes().stream()
        .anyMatch(s -> !name.endsWith(s) && lower.endsWith(s.toLowerCase(Locale.ROOT)));
  }

  private Optional<String> suffixOf(String name) {
    return naming.suffixes().stream().filter(name::endsWith).findFirst();
  }

  private static String stem(String confName) {
    return confName.substring(0, confName.length() - ScriptConfig.SUFFIX.length());
  }

  private boolean isCallback(String name) {
    String stem = stripSuffix(name);
    int separator = stem.indexOf(naming.separator());
    return Event.fromId(separator < 0 ? stem : stem.substring(0, separator)) != null;
  }
}
