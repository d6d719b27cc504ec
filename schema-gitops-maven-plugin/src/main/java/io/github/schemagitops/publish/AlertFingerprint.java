package io.github.schemagitops.publish;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Equal for reports that are no news after each other. */
final class AlertFingerprint {

  /** Of everything green. */
  static final String CLEAN = "clean";

  private AlertFingerprint() {}

  /**
   * SHA-256 over the verdict and what it rests on: the differences with their definitions, the
   * rules and files of errors, the reasons for {@code UNKNOWN}. Numbers and ids in reasons do not
   * count: they name processes and runs. Of an error that ended the check only the exit code
   * counts, since servers word one trouble in many ways.
   *
   * @return 64 lower-case hexadecimal digits, or {@link #CLEAN}
   */
  static String of(Report report) {
    if (report.outcome().verdict().green()) {
      return CLEAN;
    }
    List<String> words = new ArrayList<>();
    words.add(report.outcome().verdict().name());
    words.add(Integer.toString(report.outcome().exitCode().code()));
    if (report.outcome().verdict() != Verdict.ERROR) {
      report.changes().ifPresent(c -> c.diff().changes().forEach(change -> add(words, change)));
      report.findings().stream()
          .filter(f -> f.severity() == Severity.ERROR)
          .forEach(f -> add(words, f));
      report.unknown().stream().map(AlertFingerprint::withoutNumbers).sorted().forEach(words::add);
    }
    return digest(words);
  }

  private static void add(List<String> words, Change change) {
    words.add(change.type().name());
    words.add(change.object().title());
    words.add(change.before().map(SchemaObject::definition).orElse(""));
    words.add(change.after().map(SchemaObject::definition).orElse(""));
  }

  private static void add(List<String> words, Finding finding) {
    words.add(finding.rule());
    words.add(finding.location().map(Location::file).orElse(""));
    words.add(finding.object().orElse(""));
  }

  private static String withoutNumbers(String reason) {
    return reason.replaceAll("\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b|\\d+", "#");
  }

  private static String digest(List<String> words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String word : words) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        // Length first: otherwise text could move from one word to the next unnoticed.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
