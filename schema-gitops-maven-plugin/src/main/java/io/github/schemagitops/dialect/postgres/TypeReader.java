package io.github.schemagitops.dialect.postgres;

import static java.util.Map.entry;

import io.github.schemagitops.statement.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_typeContext;

/** Gives PostgreSQL's many spellings of a data type one name. */
final class TypeReader {

  /** {@code timestamp (3) with time zone}: words, modifiers, words. */
  private static final Pattern PARTS =
      Pattern.compile("([^(]*)(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?([^(]*)");

  private static final Pattern QUOTED =
      Pattern.compile(
          "\"((?:small|big)?serial|serial[248]|int[248]|float[48]|bool|bpchar|varchar|varbit|bit|numeric|text"
              + "|timestamp|timestamptz|time|timetz|interval|date|uuid|jsonb?|bytea)\"");

  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("int8", "bigint"),
          entry("int2", "smallint"),
          entry("serial", "integer"),
          entry("serial4", "integer"),
          entry("bigserial", "bigint"),
          entry("serial8", "bigint"),
          entry("smallserial", "smallint"),
          entry("serial2", "smallint"),
          entry("dec", "numeric"),
          entry("decimal", "numeric"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("float", "double precision"),
          entry("bool", "boolean"),
          entry("character", "char"),
          entry("bpchar", "char"),
          entry("nchar", "char"),
          entry("national character", "char"),
          entry("national char", "char"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("nchar varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("national char varying", "varchar"),
          entry("bit varying", "varbit"),
          entry("timestamp without time zone", "timestamp"),
          entry("timestamp with time zone", "timestamptz"),
          entry("time without time zone", "time"),
          entry("time with time zone", "timetz"));

  private TypeReader() {}

  static DataType read(Data_typeContext node, SqlText sql) {
    int dimensions = Math.max(node.array_type().size(), node.ARRAY() == null ? 0 : 1);
    String written = sql.text(node.predefined_type());
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      return new DataType(oneSpaced(written), List.of(), dimensions);
    }
    String words = oneSpaced(parts.group(1) + " " + parts.group(4));
    if (words.startsWith("pg_catalog.")) {
      words = words.substring("pg_catalog.".length());
    }
    List<Integer> modifiers = new ArrayList<>();
    Optional.ofNullable(parts.group(2)).map(Integer::valueOf).ifPresent(modifiers::add);
    Optional.ofNullable(parts.group(3)).map(Integer::valueOf).ifPresent(modifiers::add);
    words = unquoted(words);
    return canonical(SHORT_NAMES.getOrDefault(words, words), words, modifiers, dimensions);
  }

  /** Fills in what PostgreSQL takes for granted. */
  private static DataType canonical(
      String name, String words, List<Integer> modifiers, int dimensions) {
    if (words.equals("float") && !modifiers.isEmpty()) {
      return new DataType(
          modifiers.get(0) <= 24 ? "real" : "double precision", List.of(), dimensions);
    }
    boolean lengthOne = (name.equals("char") && !words.equals("bpchar")) || name.equals("bit");
    if (lengthOne && modifiers.isEmpty()) {
      return new DataType(name, List.of(1), dimensions);
    }
    if (name.equals("numeric") && modifiers.size() == 1) {
      return new DataType(name, List.of(modifiers.get(0), 0), dimensions);
    }
    return new DataType(name, modifiers, dimensions);
  }

  /** True for the pseudo types that also make a sequence. */
  static boolean isSerial(Data_typeContext node, SqlText sql) {
    return unquoted(oneSpaced(sql.text(node))).matches("(big|small)?serial[248]?");
  }

  /** In quotes, a type's own name means the same; the grammar's other words for it do not. */
  private static String unquoted(String words) {
    Matcher quoted = QUOTED.matcher(words);
    return quoted.matches() ? quoted.group(1) : words;
  }

  private static String oneSpaced(String words) {
    String spaced = words.strip().replaceAll("\\s+", " ");
    return spaced.contains("\"") ? spaced : spaced.toLowerCase(Locale.ROOT);
  }
}
