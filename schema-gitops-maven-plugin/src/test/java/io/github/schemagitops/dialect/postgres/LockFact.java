package io.github.schemagitops.dialect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one statement does, read from {@code lock-facts.txt}, which describes the form.
 *
 * @param name in words
 * @param lines what is said of it, for all versions
 */
public record LockFact(String name, List<Line> lines) {

  private static final Pattern LINE =
      Pattern.compile("(setup|before|run|alone|sees|says|fails|unread)(?:@(<?)(\\d+))? (.+)");

  /** One line of it. */
  public record Line(String key, int from, int below, String text) {

    boolean holdsFor(int major) {
      return from <= major && major < below;
    }
  }

  /** Every fact. */
  public static List<LockFact> all() {
    List<LockFact> facts = new ArrayList<>();
    for (String paragraph : text().split("\n\n+", -1)) {
      if (!paragraph.startsWith("#")) {
        facts.add(read(paragraph.strip().lines().toList()));
      }
    }
    return facts;
  }

  private static LockFact read(List<String> paragraph) {
    List<Line> lines = new ArrayList<>();
    for (String text : paragraph.subList(1, paragraph.size())) {
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        throw new AssertionError("not a line of a fact: " + text);
      }
      int version = line.group(3) == null ? 0 : Integer.parseInt(line.group(3));
      boolean upTo = "<".equals(line.group(2));
      lines.add(
          new Line(
              line.group(1),
              upTo ? 0 : version,
              upTo ? version : Integer.MAX_VALUE,
              line.group(4)));
    }
    return new LockFact(paragraph.get(0), lines);
  }

  private static String text() {
    try (var in = Objects.requireNonNull(LockFact.class.getResourceAsStream("lock-facts.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says under a key for a version. */
  public List<String> all(String key, int major) {
    return lines.stream()
        .filter(line -> line.key().equals(key) && line.holdsFor(major))
        .map(Line::text)
        .toList();
  }

  /** What it says under a key that it has at most once. */
  public Optional<String> one(String key, int major) {
    List<String> all = all(key, major);
    if (all.size() > 1) {
      throw new AssertionError(name + " says twice: " + key);
    }
    return all.stream().findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
