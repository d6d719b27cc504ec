package io.github.schemagitops.publish;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports of drift-check as it ends. */
final class Reports {

  private Reports() {}

  static Report clean() {
    return drift()
        .finish(new Outcome(Verdict.PASSED, ExitCode.OK), "no difference among 8 objects");
  }

  static Report drifted(Change... changes) {
    return drift(changes)
        .remedy("put it back as Git says, or write it as a migration if it is to stay")
        .finish(new Outcome(Verdict.DRIFTED, ExitCode.DRIFT), changes.length + " changed");
  }

  static Report unknown(String... reasons) {
    return drift()
        .unknown(List.of(reasons))
        .finish(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN), reasons[0]);
  }

  static Report failed(Finding... findings) {
    return drift()
        .findings(List.of(findings))
        .finish(new Outcome(Verdict.FAILED, ExitCode.FINDINGS), "the files and the history differ");
  }

  static Report error(String message) {
    return Report.of("drift-check")
        .environment("production")
        .remedy("check the network")
        .finish(new Outcome(Verdict.ERROR, ExitCode.UNREACHABLE), message);
  }

  static Change column(String after) {
    return Change.changed(
        object(ObjectKind.COLUMN, "public.orders.total", "numeric"),
        object(ObjectKind.COLUMN, "public.orders.total", after));
  }

  static Change index(String name) {
    return Change.added(object(ObjectKind.INDEX, name, "CREATE INDEX"));
  }

  static SchemaObject object(ObjectKind kind, String name, String definition) {
    return new SchemaObject(kind, name, Optional.empty(), definition);
  }

  static Finding warning() {
    return Finding.general("ignore-rule-unused", Severity.WARNING, "covers nothing", "");
  }

  private static Report.Builder drift(Change... changes) {
    return Report.of("drift-check")
        .environment("production")
        .server("PostgreSQL 17.6")
        .commit(Optional.of("4f2c1a9d00000000000000000000000000000000"))
        .ignored(
            List.of(new IgnoredChange(index("public.tmp_1"), "an experiment", Optional.empty())))
        .changes(
            new SchemaChanges(
                SchemaChanges.Meaning.DRIFT, new SchemaDiff(Stream.of(changes).toList())));
  }
}
