package io.github.schemagitops.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema as text for people and Git: one block for each object, with what belongs to it beneath,
 * so that a change of one column is a change of one line. Equal schemas give equal text, whenever
 * and wherever they are read; line ends and blanks at the end of a line do not count.
 *
 * <pre>
 * table public.orders
 *   column id: bigint NOT NULL
 *   constraint orders_pkey: PRIMARY KEY (id)
 * </pre>
 *
 * @param server product and the version that names compatible servers, for instance {@code
 *     PostgreSQL 17}: texts of other servers mean nothing beside this one
 * @param entries by what they define, for instance {@code column id of table public.orders}
 */
public record SchemaFile(String server, Map<String, Entry> entries) {

  private static final String FORMAT = "schema-gitops snapshot 1";
  private static final Pattern HEAD = Pattern.compile("-- " + FORMAT + ": (\\S.*)");
  private static final String PART = "  ";
  private static final String MORE = "    ";

  /**
   * One definition.
   *
   * @param block the object it belongs to, for instance {@code table public.orders}; empty for one
   *     that stands by itself
   */
  public record Entry(String block, String definition) {}

  public SchemaFile {
    entries = Map.copyOf(entries);
  }

  /**
   * Writes a snapshot.
   *
   * @param product for instance {@code PostgreSQL}
   */
  public static String write(String product, SchemaSnapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add("-- %s: %s %s".formatted(FORMAT, product, snapshot.serverRelease()));
    lines.add("-- What the migrations lead to. Written by mvn schema:snapshot, not by hand.");
    for (SchemaBlock block : SchemaBlock.of(snapshot)) {
      lines.add("");
      add(lines, "", block.object().title(), block.object());
      block.parts().forEach(part -> add(lines, PART, block.nameOf(part), part));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String indent, String name, SchemaObject object) {
    // The definition of a plain table is the word "TABLE"; its name is enough.
    boolean plain = object.definition().equalsIgnoreCase(object.kind().label());
    List<String> definition = plain ? List.of() : object.definition().lines().toList();
    if (definition.size() <= 1) {
      String one = definition.isEmpty() ? "" : ": " + definition.get(0);
      lines.add((indent + oneLine(name) + one).stripTrailing());
      return;
    }
    lines.add(indent + oneLine(name) + ":");
    definition.forEach(line -> lines.add((indent + MORE + line).stripTrailing()));
  }

  /** A quoted name may hold a line end, which would look like another object. */
  private static String oneLine(String name) {
    return name.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
  }

  /**
   * Reads what {@link #write} wrote, with any line ends.
   *
   * @return empty when the text is something else, or of another format
   */
  public static Optional<SchemaFile> read(String text) {
    List<String> lines = text.lines().map(String::stripTrailing).toList();
    Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
    return head.matches()
        ? Optional.of(new SchemaFile(head.group(1), entries(lines)))
        : Optional.empty();
  }

  private static Map<String, Entry> entries(List<String> lines) {
    Map<String, Entry> entries = new TreeMap<>();
    String block = "";
    String title = "";
    for (String line : lines.subList(1, lines.size())) {
      if (line.isEmpty() || line.startsWith(MORE)) {
        entries.computeIfPresent(title, (t, e) -> new Entry(e.block, e.definition + "\n" + line));
      } else if (!line.startsWith("--")) {
        boolean part = line.startsWith(PART);
        int colon = endOfName(line);
        String name = line.substring(0, colon).strip();
        block = part ? block : name;
        title = part ? name + " of " + block : name;
        entries.put(title, new Entry(part ? block : "", line.substring(colon)));
      }
    }
    entries.replaceAll((t, e) -> new Entry(e.block, e.definition.strip()));
    return entries;
  }

  /** Where the colon behind a name is, or the end of the line; colons in quotes are the name's. */
  private static int endOfName(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == ':' && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return line.length();
  }

  /**
   * What is different in another file, for people: {@code + column note of table public.orders}.
   * What comes or goes with its table is not told.
   */
  public List<String> differencesTo(SchemaFile other) {
    List<String> differences = new ArrayList<>();
    only(entries, other.entries).forEach(title -> differences.add("- " + title));
    new TreeMap<>(entries)
        .forEach(
            (title, entry) -> {
              Entry then = other.entries.get(title);
              if (then != null && !then.equals(entry)) {
                differences.add("~ " + title);
              }
            });
    only(other.entries, entries).forEach(title -> differences.add("+ " + title));
    return differences;
  }

  /** What only the first has, without what belongs to something that only the first has. */
  private static List<String> only(Map<String, Entry> first, Map<String, Entry> second) {
    return first.entrySet().stream()
        .filter(e -> !second.containsKey(e.getKey()))
        .filter(e -> e.getValue().block.isEmpty() || second.containsKey(e.getValue().block))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
