package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.DataTypeContext;
import io.github.schemagitops.statement.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads data types, whose many spellings mean the same. */
final class TypeReader {

  /** Name, what is in parentheses, what comes behind. */
  private static final Pattern TYPE =
      Pattern.compile("([^(]+?)\\s*(?:\\(([^)]*)\\)\\s*(.*))?", Pattern.DOTALL);

  private static final Pattern COLLATION =
      Pattern.compile("(?i)\\s+(?:CHARACTER\\s+SET|CHARSET|CHAR\\s+SET|COLLATE)\\b.*");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int4", "int"),
          Map.entry("int1", "tinyint"),
          Map.entry("bool", "tinyint"),
          Map.entry("boolean", "tinyint"),
          Map.entry("int2", "smallint"),
          Map.entry("int3", "mediumint"),
          Map.entry("middleint", "mediumint"),
          Map.entry("int8", "bigint"),
          Map.entry("serial", "bigint unsigned"),
          Map.entry("dec", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("float4", "float"),
          Map.entry("float8", "double"),
          Map.entry("double precision", "double"),
          Map.entry("real", "double"),
          Map.entry("character", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("nchar", "char"),
          Map.entry("national char", "char"),
          Map.entry("national character", "char"),
          Map.entry("nvarchar", "varchar"),
          Map.entry("nchar varchar", "varchar"),
          Map.entry("nchar varying", "varchar"),
          Map.entry("national varchar", "varchar"),
          Map.entry("national char varying", "varchar"),
          Map.entry("national character varying", "varchar"),
          Map.entry("long", "mediumtext"),
          Map.entry("long varchar", "mediumtext"),
          Map.entry("long varbinary", "mediumblob"),
          Map.entry("geomcollection", "geometrycollection"));

  private static final Set<String> ATTRIBUTES = Set.of("unsigned", "zerofill", "binary");

  private TypeReader() {}

  static DataType read(DataTypeContext node, SqlText sql) {
    String written = sql.text(node);
    String first = written.split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    if (first.equals("enum") || first.equals("set")) {
      String members = COLLATION.matcher(written.substring(first.length())).replaceFirst("");
      return DataType.of(first + members.strip());
    }
    Matcher type = TYPE.matcher(COLLATION.matcher(written).replaceFirst(""));
    if (!type.matches()) {
      return DataType.of(written);
    }
    String behind = type.group(3) == null ? "" : type.group(3);
    List<String> words =
        Stream.of((type.group(1) + " " + behind).toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty() && !word.equals("signed"))
            .toList();
    boolean unsigned = words.contains("unsigned") || words.contains("zerofill");
    // Behind a type's name, BINARY is about order.
    String name =
        Stream.concat(
                words.stream().limit(1),
                words.stream().skip(1).filter(word -> !ATTRIBUTES.contains(word)))
            .collect(Collectors.joining(" "));
    String plain = SHORT.getOrDefault(name, name);
    return new DataType(plain + (unsigned ? " unsigned" : ""), modifiers(plain, type.group(2)), 0);
  }

  /** How wide a whole number is shown means nothing. */
  private static List<Integer> modifiers(String name, @Nullable String list) {
    if (list == null || name.endsWith("int")) {
      return List.of();
    }
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .filter(m -> m.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .toList();
  }
}
