package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what several witnesses saw of one statement. Pure. */
final class Effects {

  private final TracedRelations relations;
  private final Evidence evidence;
  private final Map<Long, Set<Work>> work = new HashMap<>();
  private final Map<Long, Set<String>> words = new HashMap<>();

  private Effects(TracedRelations relations, Evidence evidence) {
    this.relations = relations;
    this.evidence = evidence;
  }

  /**
   * What was seen of one statement.
   *
   * @param kind of statement
   * @param before locks of the session when it began
   * @param after locks that it held when it ended, or was seen to hold or want
   * @param messages what the server said about relations
   * @param foreignKeys tables that have a foreign key named in the messages, by its name
   * @param otherFiles relations that have new files
   * @param scanned relations that were read from end to end
   * @param inTransaction true when its locks were still held after it
   */
  record Evidence(
      StatementKind kind,
      Set<HeldLock> before,
      Set<HeldLock> after,
      List<ServerMessage> messages,
      Map<String, Set<Long>> foreignKeys,
      Set<Long> otherFiles,
      Set<Long> scanned,
      boolean inTransaction) {}

  /** The effects that matter, sorted by name. */
  static List<TableEffect> of(TracedRelations relations, Evidence evidence) {
    return new Effects(relations, evidence).all();
  }

  private List<TableEffect> all() {
    if (evidence.kind() != StatementKind.TRUNCATE) {
      evidence.messages().forEach(this::hear);
      evidence.otherFiles().forEach(oid -> relations.find(oid).ifPresent(this::newFile));
      evidence.scanned().forEach(oid -> relations.find(oid).ifPresent(this::scan));
    }
    work.values().stream().filter(w -> w.contains(Work.REWRITE)).forEach(Effects::onlyRewrite);
    return Stream.concat(newLocks().keySet().stream(), work.keySet().stream())
        .distinct()
        .flatMap(oid -> relations.find(oid).stream())
        .filter(relation -> !isCovered(relation))
        .flatMap(relation -> effect(relation).stream())
        .sorted(Comparator.comparing(TableEffect::object))
        .toList();
  }

  /** A rewrite reads everything and builds every index; nobody need be told. */
  private static void onlyRewrite(Set<Work> work) {
    work.retainAll(EnumSet.of(Work.REWRITE));
  }

  private void hear(ServerMessage message) {
    for (TracedRelation relation : meant(message)) {
      TracedRelation root = relations.root(relation);
      message.work().ifPresent(w -> add(root, w));
      words.computeIfAbsent(root.oid(), oid -> new LinkedHashSet<>()).add(message.text());
    }
  }

  /** Which relation a message without schema is about: one that the statement locked. */
  private List<TracedRelation> meant(ServerMessage message) {
    List<TracedRelation> named =
        message.ofForeignKey()
            ? evidence.foreignKeys().getOrDefault(message.relation(), Set.of()).stream()
                .flatMap(oid -> relations.find(oid).stream())
                .toList()
            : relations.named(message.relation());
    List<TracedRelation> locked =
        named.stream().filter(r -> strongest(evidence.after(), r.oid()).isPresent()).toList();
    if (!locked.isEmpty()) {
      return locked;
    }
    // Its locks may be gone unseen; then a name that only one relation has is enough, unless the
    // statement creates: the name may be that of the new one.
    boolean certain =
        !evidence.inTransaction() && named.size() == 1 && evidence.kind() != StatementKind.CREATE;
    return certain ? named : List.of();
  }

  private void newFile(TracedRelation relation) {
    if (relation.isSequence()) {
      return;
    }
    TracedRelation root = relations.root(relation);
    add(root, relation.isIndex() ? Work.INDEX_BUILD : Work.REWRITE);
    if (!relation.isIndex()) {
      String how =
          evidence.kind() == StatementKind.ANYTHING
              ? "it has new files: rewritten or truncated"
              : "it has new files";
      words.computeIfAbsent(root.oid(), oid -> new LinkedHashSet<>()).add(how);
    }
  }

  /** A scan counts when others have to wait for its end, and nothing else explains it. */
  private void scan(TracedRelation relation) {
    boolean strong =
        strongest(evidence.after(), relation.oid()).filter(LockMode::isStrong).isPresent();
    boolean definition =
        evidence.kind() == StatementKind.DEFINITION || evidence.kind() == StatementKind.CREATE;
    if (strong && definition && relation.hasRows() && !work.containsKey(relation.oid())) {
      add(relation, Work.SCAN);
    }
  }

  private void add(TracedRelation relation, Work done) {
    work.computeIfAbsent(relation.oid(), oid -> EnumSet.noneOf(Work.class)).add(done);
  }

  /** True for an index or sequence when the lock on its table says as much. */
  private boolean isCovered(TracedRelation relation) {
    TracedRelation root = relations.root(relation);
    if (root.equals(relation)) {
      return false;
    }
    Optional<LockMode> own = Optional.ofNullable(newLocks().get(relation.oid()));
    Optional<LockMode> roots = strongest(evidence.after(), root.oid());
    return own.isEmpty() || roots.filter(mode -> mode.compareTo(own.get()) >= 0).isPresent();
  }

  private Optional<TableEffect> effect(TracedRelation relation) {
    Set<Work> done = work.getOrDefault(relation.oid(), Set.of());
    Optional<LockMode> lock = Optional.ofNullable(newLocks().get(relation.oid()));
    if (!done.isEmpty()) {
      // An earlier statement's lock is still held, and others wait for it during this work.
      lock = strongest(evidence.after(), relation.oid());
    } else if (lock.filter(LockMode::isStrong).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TableEffect(
            relation.title(),
            lock.map(LockMode::tableLock),
            done,
            String.join("; ", words.getOrDefault(relation.oid(), Set.of()))));
  }

  /**
   * The strongest lock that the statement added, by relation; TOAST tables count as their table.
   */
  private Map<Long, LockMode> newLocks() {
    return evidence.after().stream()
        .filter(lock -> !evidence.before().contains(lock))
        .flatMap(lock -> relations.find(lock.relation()).map(r -> at(r, lock)).stream())
        .collect(
            Collectors.toMap(
                HeldLock::relation, HeldLock::mode, (a, b) -> a.compareTo(b) >= 0 ? a : b));
  }

  private HeldLock at(TracedRelation relation, HeldLock lock) {
    return relation.kind() == 't' || relation.schema().equals("pg_toast")
        ? new HeldLock(relations.root(relation).oid(), lock.mode())
        : lock;
  }

  private static Optional<LockMode> strongest(Set<HeldLock> locks, long oid) {
    List<LockMode> modes = new ArrayList<>();
    locks.stream().filter(l -> l.relation() == oid).map(HeldLock::mode).forEach(modes::add);
    return modes.stream().max(Comparator.naturalOrder());
  }
}
