package io.github.schemagitops.goal;

import io.github.schemagitops.dialect.TableSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How large the tables of an environment are, in round numbers.
 *
 * @param environment id of the environment
 * @param server product and version
 * @param readAt the day, in UTC
 * @param tables by name; numbers have two digits that count
 */
record Statistics(String environment, String server, LocalDate readAt, List<TableSize> tables) {

  /** For so long a file is left as it is while only its day would change. */
  private static final int DAYS = 30;

  private static final MathContext TWO_DIGITS = new MathContext(2);

  Statistics {
    tables =
        tables.stream()
            .map(t -> new TableSize(t.name(), rounded(t.rows()), rounded(t.bytes())))
            .sorted(Comparator.comparing(TableSize::name))
            .toList();
  }

  /** Rounding never takes a number below a power of ten, so it makes no large table small. */
  private static OptionalLong rounded(OptionalLong number) {
    return number.isEmpty()
        ? number
        : OptionalLong.of(
            BigDecimal.valueOf(number.getAsLong()).round(TWO_DIGITS).longValueExact());
  }

  /** True when these say nothing that older ones do not say, which are young enough. */
  boolean addNothingTo(Statistics older) {
    LocalDate lastDay = older.readAt.plusDays(DAYS);
    return equals(new Statistics(environment, server, readAt, older.tables))
        && environment.equals(older.environment)
        && server.equals(older.server)
        && !readAt.isAfter(lastDay);
  }

  /** Names of the tables whose number of rows is not known. */
  List<String> withoutEstimate() {
    return tables.stream().filter(t -> t.rows().isEmpty()).map(TableSize::name).toList();
  }
}
