package io.github.schemagitops.config;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the migrations are and how the engine reads and runs them.
 *
 * @param database product that the migrations are written for
 * @param locations directories that hold migrations, absolute, searched recursively
 * @param placeholders values by name, without prefix and suffix
 * @param placeholderSyntax how placeholders are written; empty when replacement is switched off
 * @param encoding of the files
 * @param naming how migration files are named
 * @param schemas schemas that the migrations own; empty means the default schema of the connection
 * @param historyTable name of the engine's history table
 * @param historySchema schema of the history table, when set
 * @param outOfOrder true when a version below the newest applied one may still be applied
 * @param mixed true when one file may mix transactional and other statements
 * @param origins where settings were picked up, for instance {@code locations from
 *     spring.flyway.locations (application.yml)}
 * @param privileges whether owners and privileges are part of the schema that is compared
 */
public record MigrationSettings(
    Database database,
    List<Path> locations,
    Map<String, String> placeholders,
    Optional<PlaceholderSyntax> placeholderSyntax,
    Charset encoding,
    Naming naming,
    List<String> schemas,
    String historyTable,
    Optional<String> historySchema,
    boolean outOfOrder,
    boolean mixed,
    List<String> origins,
    boolean privileges) {

  /** Flyway's default name of the history table. */
  public static final String DEFAULT_HISTORY_TABLE = "flyway_schema_history";

  public MigrationSettings {
    locations = List.copyOf(locations);
    placeholders = Map.copyOf(placeholders);
    schemas = List.copyOf(schemas);
    origins = List.copyOf(origins);
  }

  /** Without owners and privileges. */
  public MigrationSettings(
      Database database,
      List<Path> locations,
      Map<String, String> placeholders,
      Optional<PlaceholderSyntax> placeholderSyntax,
      Charset encoding,
      Naming naming,
      List<String> schemas,
      String historyTable,
      Optional<String> historySchema,
      boolean outOfOrder,
      boolean mixed,
      List<String> origins) {
    this(
        database,
        locations,
        placeholders,
        placeholderSyntax,
        encoding,
        naming,
        schemas,
        historyTable,
        historySchema,
        outOfOrder,
        mixed,
        origins,
        false);
  }

  /** Schema of the history table; empty means the default schema of the connection. */
  public Optional<String> historyHome() {
    return historySchema.or(() -> schemas.stream().findFirst());
  }

  /** The same settings, for replaying what was applied out of order. */
  public MigrationSettings inAnyOrder() {
    return with(placeholders, naming, true, privileges);
  }

  /** The same settings, for files that are named in another way. */
  public MigrationSettings named(Naming otherNaming) {
    return with(placeholders, otherNaming, outOfOrder, privileges);
  }

  /** The same settings, with or without owners and privileges. */
  public MigrationSettings comparingPrivileges(boolean compared) {
    return with(placeholders, naming, outOfOrder, compared);
  }

  /** The same settings with more placeholder values, which win over those that are there. */
  public MigrationSettings withPlaceholders(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(placeholders);
    // Their names have no case, to Flyway.
    all.keySet().removeIf(name -> more.keySet().stream().anyMatch(name::equalsIgnoreCase));
    all.putAll(more);
    return with(all, naming, outOfOrder, privileges);
  }

  private MigrationSettings with(
      Map<String, String> values, Naming otherNaming, boolean anyOrder, boolean compared) {
    return new MigrationSettings(
        database,
        locations,
        values,
        placeholderSyntax,
        encoding,
        otherNaming,
        schemas,
        historyTable,
        historySchema,
        anyOrder,
        mixed,
        origins,
        compared);
  }

  /** The text before and after a placeholder's name. */
  public record PlaceholderSyntax(String prefix, String suffix) {

    /** <code>${name}</code>. */
    public static final PlaceholderSyntax DEFAULT = new PlaceholderSyntax("${", "}");
  }

  /** The parts of a migration's file name around version and description. */
  public record Naming(
      String versionedPrefix, String repeatablePrefix, String separator, List<String> suffixes) {

    /** {@code V1__text.sql} and {@code R__text.sql}. */
    public static final Naming DEFAULT = new Naming("V", "R", "__", List.of(".sql"));

    /** Prefix of the scripts that undo versioned ones. */
    public static final String UNDO_PREFIX = "U";

    /** How the scripts are named that undo the ones named like this. */
    public Naming ofUndo() {
      return new Naming(UNDO_PREFIX, repeatablePrefix, separator, suffixes);
    }
  }
}
