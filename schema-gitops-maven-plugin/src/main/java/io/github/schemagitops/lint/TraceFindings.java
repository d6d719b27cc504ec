package io.github.schemagitops.lint;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings that only the trace of one statement gives; at most one of each rule. */
final class TraceFindings {

  private final List<RuleInfo> rules;
  private final TraceJudgement.Reading reading;
  private final List<TableEffect> effects;
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  TraceFindings(List<RuleInfo> rules, TraceJudgement.Reading reading, List<TableEffect> effects) {
    this.rules = rules;
    this.reading = reading;
    this.effects = effects;
  }

  List<Finding> all() {
    return List.copyOf(findings.values());
  }

  /** Work under a lock that no rule has read. */
  void harm(TableEffect effect) {
    List<Deed> deeds = deeds(effect);
    TraceRule rule = TraceRules.of(rules, deeds);
    String others =
        effects.stream()
            .filter(e -> e.work().isEmpty() && stops(e))
            .map(TableEffect::object)
            .collect(joining(" and "));
    add(
        rule,
        effect,
        "%s, %s%s"
            .formatted(
                effect.work().stream().map(w -> done(w, effect)).collect(joining(" and ")),
                meanwhile(EffectNames.blocks(effect)),
                others.isEmpty() ? "" : "; %s must wait, too".formatted(others)));
  }

  /** On MySQL, locks on tables that the statement does not alter. */
  void locksOnOthers() {
    for (TableEffect effect : effects) {
      boolean other = effect.work().isEmpty() && stops(effect) && deeds(effect).isEmpty();
      boolean read =
          reading.findings().stream().anyMatch(f -> parentLock(f, List.of(effect)).isPresent());
      if (other && !read && Deed.isByAlgorithm(effect)) {
        boolean refers = reading.source().sql().toUpperCase(Locale.ROOT).contains("REFERENCES");
        TraceRule rule = refers ? TraceRules.FK_LOCKS_PARENT : TraceRules.ALTER_FK_PARENT;
        if (reading.findings().stream().noneMatch(f -> f.rule().equals(rule.info().id()))) {
          add(
              rule,
              effect,
              "%s is locked, too, and waits for every transaction that is open on it"
                  .formatted(effect.object()));
        }
      }
    }
  }

  /** The lock on a parent that a rule has read of in a foreign key. */
  static Optional<TableEffect> parentLock(Finding finding, List<TableEffect> effects) {
    return finding.rule().equals(TraceRules.FK_LOCKS_PARENT.info().id())
        ? effects.stream().filter(e -> stops(e) && EffectNames.isAbout(finding, e)).findFirst()
        : Optional.empty();
  }

  /** Locks that earlier statements of the transaction took, and that this one's work prolongs. */
  void locksHeld(List<StatementTrace> earlier) {
    Optional<TableEffect> work = effects.stream().filter(e -> !e.work().isEmpty()).findFirst();
    if (work.isEmpty()) {
      return;
    }
    for (StatementTrace trace : earlier) {
      trace.effects().stream()
          .filter(TraceFindings::stops)
          .filter(held -> effects.stream().noneMatch(e -> e.object().equals(held.object())))
          .filter(held -> !isRead(held))
          // MySQL commits after each statement that defines something: no lock outlives it.
          .filter(held -> !Deed.isByAlgorithm(held))
          .findFirst()
          .ifPresent(held -> prolonged(held, trace.line(), work.get()));
    }
  }

  /** True when a rule has read the same in the file. */
  private boolean isRead(TableEffect held) {
    return reading.findings().stream()
        .anyMatch(
            finding ->
                finding.rule().equals("statement-after-access-exclusive")
                    && EffectNames.isAbout(finding, held));
  }

  private void prolonged(TableEffect held, int line, TableEffect work) {
    add(
        TraceRules.BLOCKING_LOCK,
        held,
        "%s since line %d, while %s"
            .formatted(
                held.object() + " is locked",
                line,
                work.work().stream().map(w -> done(w, work)).collect(joining(" and "))));
  }

  private void add(TraceRule rule, TableEffect effect, String message) {
    Place place = Place.of(reading.migration(), reading.source(), reading.parts().get(0).span());
    Finding finding =
        Finding.at(
                place.location(),
                rule.info().id(),
                TraceJudgement.severity(rule.info(), effect),
                message,
                rule.help())
            .about(effect.object())
            .showing(place.frame("seen: " + effect.words()))
            .by(Source.TRACE);
    findings.putIfAbsent(rule.info().id(), finding);
  }

  /** The parts of the statement that can have had an effect, judged by the table they name. */
  private List<Deed> deeds(TableEffect effect) {
    List<Deed> named =
        reading.parts().stream()
            .filter(
                part ->
                    table(part).map(t -> EffectNames.same(t, EffectNames.of(effect))).orElse(true))
            .map(part -> new Deed(part, reading.source().sql(), effect))
            .toList();
    // The effect may be on a partition of the table that the statement names.
    return named.isEmpty() && !effect.work().isEmpty()
        ? reading.parts().stream()
            .map(part -> new Deed(part, reading.source().sql(), effect))
            .toList()
        : named;
  }

  private static Optional<QualifiedName> table(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return Optional.of(alter.table());
    }
    if (statement instanceof CreateIndex index) {
      return Optional.of(index.table());
    }
    return statement instanceof CreateTable create ? Optional.of(create.name()) : Optional.empty();
  }

  private static boolean stops(TableEffect effect) {
    return EffectNames.blocks(effect).compareTo(Blocks.WRITES) >= 0;
  }

  private static String done(Work work, TableEffect effect) {
    return switch (work) {
      case REWRITE -> effect.object() + " is written anew";
      case SCAN -> "every row of %s is read".formatted(effect.object());
      case INDEX_BUILD -> "an index on %s is built".formatted(effect.object());
    };
  }

  private static String meanwhile(Blocks blocks) {
    return switch (blocks) {
      case EVERYTHING -> "and nobody can read or write it meanwhile";
      case WRITES -> "and nobody can write to it meanwhile";
      case SCHEMA_CHANGES, NOTHING -> "though others can go on reading and writing";
    };
  }
}
