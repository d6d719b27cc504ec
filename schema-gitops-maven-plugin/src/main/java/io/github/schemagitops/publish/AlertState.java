package io.github.schemagitops.publish;

import io.github.schemagitops.report.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each receiver was last told, by its fingerprint. A file with one line for each. */
final class AlertState {

  private static final Pattern LINE = Pattern.compile("([a-z]+) ([a-z0-9]+)");
  private static final String HEAD =
      "# schema-gitops: what alerts were last about. Without this file they are sent again.\n";

  private final Map<String, String> told = new TreeMap<>();
  private boolean changed;

  /** Reads the file. One that cannot be read counts as none: better told twice than never. */
  static AlertState read(Path file) {
    AlertState state = new AlertState();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        Matcher form = LINE.matcher(line);
        if (form.matches()) {
          state.told.put(form.group(1), form.group(2));
        }
      }
    } catch (NoSuchFileException e) {
      return state;
    } catch (IOException e) {
      return new AlertState();
    }
    return state;
  }

  Optional<String> of(String receiver) {
    return Optional.ofNullable(told.get(receiver));
  }

  void told(String receiver, String fingerprint) {
    changed |= !fingerprint.equals(told.put(receiver, fingerprint));
  }

  /** Writes the file if there is anything new. */
  void write(Path file) throws IOException {
    if (!changed) {
      return;
    }
    StringBuilder text = new StringBuilder(HEAD);
    told.forEach((receiver, fingerprint) -> text.append(receiver + " " + fingerprint + "\n"));
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
