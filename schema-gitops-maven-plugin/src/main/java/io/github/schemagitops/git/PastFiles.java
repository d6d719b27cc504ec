package io.github.schemagitops.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Walks through history and collects the texts that files had, without reading any. Whatever a
 * commit has, it or one of its ancestors brought, and every commit is compared with its first
 * parent: so no text is missed, on whichever branch it was, and folders that did not change are not
 * entered.
 */
final class PastFiles {

  private final Repository repository;
  private final TreeFilter changed;
  private final Predicate<String> wanted;
  private final Set<String> known = new HashSet<>();
  private final List<PastFile> found = new ArrayList<>();

  /**
   * @param folders relative to the root, with forward slashes; empty means everywhere
   * @param wanted which names, without folders, are of interest
   */
  PastFiles(Repository repository, Collection<String> folders, Predicate<String> wanted) {
    this.repository = repository;
    this.changed =
        folders.isEmpty() || folders.contains("")
            ? TreeFilter.ANY_DIFF
            : AndTreeFilter.create(PathFilterGroup.createFromStrings(folders), TreeFilter.ANY_DIFF);
    this.wanted = wanted;
  }

  /** All texts that some commits and their ancestors have had, newest commits first. */
  List<PastFile> reachableFrom(Collection<String> commits) throws IOException {
    try (RevWalk history = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(history.getObjectReader())) {
      history.setRetainBody(false);
      for (String commit : commits) {
        history.markStart(history.parseCommit(ObjectId.fromString(commit)));
      }
      for (RevCommit commit : history) {
        compare(commit, history, trees);
      }
    }
    return List.copyOf(found);
  }

  private void compare(RevCommit commit, RevWalk history, TreeWalk trees) throws IOException {
    trees.reset();
    trees.setRecursive(true);
    trees.setFilter(changed);
    trees.addTree(commit.getTree());
    if (commit.getParentCount() == 0) {
      trees.addTree(new EmptyTreeIterator());
    } else {
      history.parseHeaders(commit.getParent(0));
      trees.addTree(commit.getParent(0).getTree());
    }
    while (trees.next()) {
      FileMode mode = trees.getFileMode(0);
      boolean file = mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
      if (file && wanted.test(trees.getNameString())) {
        String blob = trees.getObjectId(0).getName();
        if (known.add(blob + trees.getPathString())) {
          found.add(new PastFile(trees.getPathString(), commit.getName(), blob));
        }
      }
    }
  }
}
