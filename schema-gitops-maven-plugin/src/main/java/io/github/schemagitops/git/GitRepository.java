package io.github.schemagitops.git;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A Git repository, read only. */
public final class GitRepository implements AutoCloseable {

  private final Repository repository;

  private GitRepository(Repository repository) {
    this.repository = repository;
  }

  /** The repository whose work tree holds a directory; empty when there is none. */
  public static Optional<GitRepository> holding(Path directory) {
    QuietSystemReader.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(directory.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try {
      Repository repository = builder.build();
      return repository.isBare() ? Optional.empty() : Optional.of(new GitRepository(repository));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Root of the work tree. */
  public Path workTree() {
    return repository.getWorkTree().toPath().toAbsolutePath().normalize();
  }

  /** The commit that is checked out; empty before the first commit. */
  public Optional<String> head() {
    return resolve("HEAD");
  }

  /** Full id of the commit that a branch, tag or id means; empty when there is none such. */
  public Optional<String> resolve(String revision) {
    if (revision.isBlank() || revision.startsWith("-")) {
      return Optional.empty();
    }
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      return Optional.ofNullable(id).map(ObjectId::getName);
    } catch (RevisionSyntaxException | MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The best common ancestor of two commits; empty for unrelated or cut-off histories. */
  public Optional<String> mergeBase(String commit, String other) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
      return Optional.ofNullable(walk.next()).map(RevCommit::getName);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** True when the clone does not have the whole history. */
  public boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Short name of the checked-out branch; empty when a commit is checked out directly. */
  public Optional<String> branch() {
    try {
      String full = repository.getFullBranch();
      return full != null && full.startsWith("refs/heads/")
          ? Optional.of(full.substring("refs/heads/".length()))
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The regular files below some directories, as they were at a commit.
   *
   * @param commit full id
   * @param directories absolute paths inside the work tree; others are skipped
   * @return contents by absolute path
   */
  public SortedMap<Path, byte[]> filesAt(String commit, Collection<Path> directories) {
    return filesAt(commit, directories, file -> Optional.empty());
  }

  /**
   * Like the other, but does not read again what is the same elsewhere.
   *
   * @param here the content that a file has now, by absolute path
   */
  public SortedMap<Path, byte[]> filesAt(
      String commit, Collection<Path> directories, Function<Path, Optional<byte[]>> here) {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit revision = walk.parseCommit(ObjectId.fromString(commit));
      for (Path directory : directories) {
        Optional<String> path = pathInRepository(directory);
        if (path.isPresent()) {
          collect(revision, path.get(), here, files);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return files;
  }

  /**
   * The texts that files have had in the history of some commits, newest commits first. None is
   * read.
   *
   * @param commits full ids
   * @param directories absolute paths inside the work tree, others are skipped; where none is
   *     given, the whole tree is searched
   * @param names which file names, without folders, are of interest
   */
  public List<PastFile> pastFiles(
      Collection<String> commits, Collection<Path> directories, Predicate<String> names) {
    try {
      List<String> folders = new ArrayList<>();
      for (Path directory : directories) {
        pathInRepository(directory).ifPresent(folders::add);
      }
      return folders.isEmpty() && !directories.isEmpty()
          ? List.of()
          : new PastFiles(repository, folders, names).reachableFrom(commits);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The text itself. */
  public byte[] content(PastFile file) {
    try {
      return repository.open(ObjectId.fromString(file.blob())).getBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void collect(
      RevCommit revision,
      String directory,
      Function<Path, Optional<byte[]>> here,
      SortedMap<Path, byte[]> into)
      throws IOException {
    try (TreeWalk walk = open(revision, directory);
        ObjectInserter.Formatter ids = new ObjectInserter.Formatter()) {
      while (walk.next()) {
        int mode = walk.getRawMode(0);
        if (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode)) {
          Path file = workTree().resolve(directory).resolve(walk.getPathString());
          ObjectId id = walk.getObjectId(0);
          Optional<byte[]> same =
              here.apply(file).filter(now -> ids.idFor(Constants.OBJ_BLOB, now).equals(id));
          into.put(file, same.isPresent() ? same.get() : repository.open(id).getBytes());
        }
      }
    }
  }

  private TreeWalk open(RevCommit revision, String directory) throws IOException {
    TreeWalk walk = new TreeWalk(repository);
    walk.setRecursive(true);
    if (directory.isEmpty()) {
      walk.addTree(revision.getTree());
      return walk;
    }
    try (TreeWalk parent = TreeWalk.forPath(repository, directory, revision.getTree())) {
      if (parent != null && FileMode.TREE.equals(parent.getRawMode(0))) {
        walk.addTree(parent.getObjectId(0));
      } else {
        walk.addTree(new EmptyTreeIterator());
      }
    }
    return walk;
  }

  private Optional<String> pathInRepository(Path directory) throws IOException {
    Path root = repository.getWorkTree().toPath().toRealPath();
    Path real = directory.toFile().exists() ? directory.toRealPath() : directory.toAbsolutePath();
    return real.startsWith(root)
        ? Optional.of(root.relativize(real).toString().replace('\\', '/'))
        : Optional.empty();
  }

  private static SchemaGitOpsException unreadable(IOException e) {
    return SchemaGitOpsException.badInput(
        "the Git repository cannot be read: " + e.getMessage(),
        "run git fsck, or clone again with the whole history");
  }

  @Override
  public void close() {
    repository.close();
  }
}
