package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import java.util.Locale;
import java.util.Set;

/** Words that are no names unless quoted; of those, the ones that somebody may want as a name. */
final class ReservedWords {

  private static final Set<String> EVERYWHERE =
      words(
          """
          all analyze and as asc both case check collate column constraint create cross
          current_date current_time current_timestamp current_user default desc distinct else
          false fetch for foreign from grant group having in inner into is join leading left like
          limit natural not null on or order outer primary references right select table then to
          trailing true union unique using when where with
          """);

  private static final Set<String> POSTGRESQL =
      words(
          """
          analyse any array asymmetric authorization binary cast collation concurrently
          current_role current_schema deferrable do end except freeze full ilike initially
          intersect isnull lateral localtime localtimestamp notnull offset only overlaps placing
          returning session_user similar some symmetric tablesample user variadic verbose window
          """);

  private static final Set<String> MYSQL_AND_MARIADB =
      words(
          """
          add alter before between bigint binary blob by call cascade change char character
          condition continue convert cursor database databases dec decimal declare delayed delete
          describe deterministic div double drop dual each elseif enclosed escaped except exists
          exit explain float force fulltext generated get high_priority if ignore index infile
          inout insert int integer intersect interval iterate key keys kill leave linear lines
          load lock long loop match maxvalue mod modifies numeric optimize option optionally out
          outfile over partition precision procedure purge range read reads real recursive regexp
          release rename repeat replace require resignal restrict return revoke rlike row_number
          rows schema schemas sensitive separator set show signal smallint spatial specific sql
          sqlexception ssl starting terminated tinyint trigger undo unlock unsigned update usage
          use values varchar varying while window write xor zerofill
          """);

  private static final Set<String> MYSQL =
      words(
          """
          cube cume_dist dense_rank empty first_value function grouping groups json_table lag
          last_value lateral lead nth_value ntile of percent_rank rank row stored system virtual
          """);

  private static final Set<String> MARIADB = words("current_role offset returning");

  private ReservedWords() {}

  /** True when a query cannot use the name without quotes. */
  static boolean contains(Database database, String name) {
    if (database == Database.POSTGRESQL) {
      // In other letters it needs quotes anyway, and is another name.
      return EVERYWHERE.contains(name) || POSTGRESQL.contains(name);
    }
    String word = name.toLowerCase(Locale.ROOT);
    return EVERYWHERE.contains(word)
        || MYSQL_AND_MARIADB.contains(word)
        || (database == Database.MYSQL ? MYSQL : MARIADB).contains(word);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
