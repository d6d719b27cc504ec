package io.github.schemagitops.lint;

import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.CallRoutine;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RunText;
import io.github.schemagitops.statement.SetText;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads migrations into what they do. A block's statements stand for the block, and a routine's for
 * a call of it, when some migration tells what it does. SQL in a user's variable stands where it
 * runs.
 */
final class ChangeReader {

  /** Routines that call each other end here. */
  private static final int DEEPEST = 5;

  private final StatementParser parser;
  private final Function<QualifiedName, Optional<List<Statement>>> olderRoutines;
  private final Map<String, List<Statement>> routines = new HashMap<>();

  /** What user's variables hold; each migration has a session of its own. */
  private final Map<String, List<Statement>> texts = new HashMap<>();

  /**
   * @param parser of the dialect
   * @param olderRoutines what routines do that older migrations made
   */
  ChangeReader(
      StatementParser parser, Function<QualifiedName, Optional<List<Statement>>> olderRoutines) {
    this.parser = parser;
    this.olderRoutines = olderRoutines;
  }

  ChangedFile read(Migration migration) {
    List<Part> parts = new ArrayList<>();
    texts.clear();
    int number = 0;
    for (SqlStatement sql : migration.statements()) {
      number++;
      Statement whole = parser.parse(sql);
      for (Piece piece : expand(whole, 0).toList()) {
        boolean nested = piece.statement() != whole;
        parts.add(new Part(sql, number, piece.statement(), nested, piece.call()));
        if (piece.statement() instanceof CreateRoutine routine) {
          routines.put(routine.name().name(), routine.body());
        }
      }
    }
    return new ChangedFile(migration, parts);
  }

  /** A statement, and the words that call the routine it stands in. */
  private record Piece(Statement statement, Optional<Span> call) {

    static Piece here(Statement statement) {
      return new Piece(statement, Optional.empty());
    }
  }

  private Stream<Piece> expand(Statement statement, int depth) {
    if (statement instanceof DoBlock block) {
      return block.statements().stream().flatMap(inner -> expand(inner, depth));
    }
    if (statement instanceof CallRoutine call) {
      return body(call.name())
          .map(body -> body(body, call.span(), depth))
          .orElseGet(
              () ->
                  Stream.of(
                      Piece.here(
                          new NotAnalysed(
                              "CALL runs a procedure, whose code no migration tells",
                              call.span()))));
    }
    if (statement instanceof SetText set) {
      texts.put(set.variable(), set.statements());
    }
    if (statement instanceof RunText run) {
      List<Statement> dynamic = List.of(new NotAnalysed("dynamic SQL", run.span()));
      return body(texts.getOrDefault(run.variable(), dynamic), run.span(), depth);
    }
    if (statement instanceof Dml query && !query.calls().isEmpty()) {
      Stream<Piece> bodies =
          query.calls().stream()
              .flatMap(name -> body(name).stream())
              .flatMap(body -> body(body, query.span(), depth));
      return Stream.concat(Stream.of(Piece.here(query)), bodies);
    }
    return Stream.of(Piece.here(statement));
  }

  /** A routine's statements stand elsewhere: all that can be pointed at is the call. */
  private Stream<Piece> body(List<Statement> body, Span call, int depth) {
    return depth == DEEPEST
        ? Stream.of(Piece.here(new NotAnalysed("routines that call each other", call)))
        : body.stream()
            .flatMap(inner -> expand(inner, depth + 1))
            .map(piece -> new Piece(piece.statement(), Optional.of(call)));
  }

  private Optional<List<Statement>> body(QualifiedName name) {
    return Optional.ofNullable(routines.get(name.name())).or(() -> olderRoutines.apply(name));
  }
}
