import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lints a whole history again and again: every statement is split, parsed, judged by all rules. */
public final class LintThroughput {

  public static void main(String[] arguments) throws Exception {
    Path base = Path.of(arguments[0]).toAbsolutePath();
    int rounds = Integer.parseInt(arguments[1]);
    MigrationSettings settings =
        new MigrationSettings(
            Database.POSTGRESQL,
            List.of(base),
            Map.of(),
            Optional.of(MigrationSettings.PlaceholderSyntax.DEFAULT),
            StandardCharsets.UTF_8,
            MigrationSettings.Naming.DEFAULT,
            List.of(),
            MigrationSettings.DEFAULT_HISTORY_TABLE,
            Optional.empty(),
            false,
            false,
            List.of());
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      MigrationSet set =
          new FlywayEngine().read(MigrationFiles.read(base, List.of(base)), settings);
      var result =
          new Linter(
                  Rules.all(),
                  new PostgresStatementParser(),
                  LintSettings.of(Database.POSTGRESQL, "public"))
              .lintEach(set);
      double seconds = (System.nanoTime() - start) / 1e9;
      Runtime java = Runtime.getRuntime();
      System.out.printf(
          "%-8s %d statements in %.2f s: %.0f statements/s; %d findings, %d not analysed; heap %d MB of %d MB%n",
          round == 0 ? "warm-up" : "round " + round,
          result.analysed(),
          seconds,
          result.analysed() / seconds,
          result.findings().size(),
          result.gaps().size(),
          (java.totalMemory() - java.freeMemory()) >> 20,
          java.maxMemory() >> 20);
    }
  }
}
