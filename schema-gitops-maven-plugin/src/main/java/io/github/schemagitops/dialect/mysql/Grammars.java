package io.github.schemagitops.dialect.mysql;

import io.debezium.antlr.mysql.SqlMode;
import io.debezium.ddl.parser.mariadb.generated.MariaDBLexer;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * Makes Debezium's generated parsers.
 *
 * <p>They were generated for an older ANTLR than PostgreSQL's grammar needs. The formats are the
 * same since 4.10, but ANTLR complains to the error stream when the classes are loaded, so they are
 * loaded here, with these complaints taken out of the stream.
 */
final class Grammars {

  /** As in the digits of 9.7.0; decides which words are reserved. */
  private static final int MYSQL = 90700;

  static {
    loadWithoutComplaints();
  }

  private Grammars() {}

  static MariaDBParser mariaDb(CharStream text) {
    MariaDBLexer lexer = new MariaDBLexer(text);
    lexer.removeErrorListeners();
    MariaDBParser parser = new MariaDBParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    return parser;
  }

  /** Generated from the server's own grammar; needs to be told version and modes. */
  static MySqlParser mySql(CharStream text) {
    MySqlLexer lexer = new MySqlLexer(text);
    lexer.removeErrorListeners();
    lexer.serverVersion = MYSQL;
    lexer.sqlModes = Set.of(SqlMode.NoMode);
    MySqlParser parser = new MySqlParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.serverVersion = MYSQL;
    parser.sqlModes = Set.of(SqlMode.NoMode);
    return parser;
  }

  @SuppressWarnings("SystemErrSetting")
  private static void loadWithoutComplaints() {
    PrintStream error = System.err;
    System.setErr(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public PrintStream printf(String format, Object... arguments) {
            return format.startsWith("ANTLR ")
                ? this
                : error.printf(Locale.ROOT, format, arguments);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            error.write(bytes, from, length);
          }
        });
    try {
      for (Class<?> type :
          new Class<?>[] {
            MariaDBLexer.class, MariaDBParser.class, MySqlLexer.class, MySqlParser.class
          }) {
        Class.forName(type.getName(), true, type.getClassLoader());
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } finally {
      System.setErr(error);
    }
  }
}
