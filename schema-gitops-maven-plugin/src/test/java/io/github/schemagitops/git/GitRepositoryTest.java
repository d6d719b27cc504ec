package io.github.schemagitops.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.GitProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JGit against repositories that the {@code git} command made. */
class GitRepositoryTest {

  private static final Optional<String> NONE = Optional.empty();

  @TempDir Path temporary;

  @Test
  void a_repository_without_commit_has_no_head_and_no_base() {
    GitProject project = GitProject.in(temporary);

    try (GitRepository git = open(project.directory())) {
      assertThat(git.head()).isEmpty();
      assertThat(git.isShallow()).isFalse();
      assertThat(git.branch()).contains("main");
      assertThat(git.pastFiles(List.of(), List.of(), name -> true)).isEmpty();
      assertThat(BaseBranch.find(git, Optional.of("main"), NONE)).isEmpty();
    }
  }

  @Test
  void a_directory_without_repository_and_a_bare_repository_hold_none() {
    GitProject.in(temporary.resolve("bare")).git("init", "--quiet", "--bare", "inside");

    assertThat(GitRepository.holding(temporary)).isEmpty();
    assertThat(GitRepository.holding(temporary.resolve("bare/inside"))).isEmpty();
  }

  @Test
  void the_base_is_where_the_change_left_the_branch_not_its_tip() {
    GitProject project = change();

    try (GitRepository git = open(project.directory())) {
      BaseBranch base = BaseBranch.find(git, Optional.of("main"), NONE).orElseThrow();

      assertThat(base.tip()).isEqualTo(project.id("main"));
      assertThat(base.mergeBase()).isEqualTo(project.id("main~1"));
      assertThat(base.shortId()).isEqualTo(project.id("main~1").substring(0, 7));
      assertThat(git.head()).contains(project.id("HEAD"));
      assertThat(git.branch()).contains("change");
    }
  }

  @Test
  void files_are_read_as_they_were_at_a_commit() {
    GitProject project = change();
    Path migrations = project.file("");

    try (GitRepository git = open(project.directory())) {
      assertThat(git.filesAt(project.id("main~1"), List.of(migrations)))
          .containsOnlyKeys(project.file("V1__a.sql"));
      assertThat(git.filesAt(project.id("main"), List.of(migrations)))
          .containsOnlyKeys(project.file("V1__a.sql"), project.file("V2__rival.sql"));
      assertThat(git.filesAt(project.id("main"), List.of(project.file("nowhere"), temporary)))
          .as("directories that are missing or outside are skipped")
          .isEmpty();
    }
  }

  @Test
  void what_is_the_same_in_the_work_tree_is_not_read_again() {
    GitProject project = change();
    byte[] same = "a".getBytes(StandardCharsets.UTF_8);
    Path file = project.file("V1__a.sql");

    try (GitRepository git = open(project.directory())) {
      byte[] committed =
          Objects.requireNonNull(
              git.filesAt(project.id("main"), List.of(project.file(""))).get(file));
      byte[] copy = committed.clone();
      assertThat(
              git.filesAt(project.id("main"), List.of(project.file("")), path -> Optional.of(copy)))
          .as("the array that was offered")
          .satisfies(files -> assertThat(files.get(file)).isSameAs(copy));
      assertThat(
              git.filesAt(project.id("main"), List.of(project.file("")), path -> Optional.of(same)))
          .as("another text")
          .satisfies(files -> assertThat(files.get(file)).isEqualTo(committed));
    }
  }

  @Test
  void texts_that_files_had_come_newest_first_and_only_from_the_given_commits() {
    GitProject project = GitProject.in(temporary);
    project.migration("R__v.sql", "one").commit("1").migration("R__v.sql", "two").commit("2");
    project.delete("R__v.sql").commit("3").migration("R__v.sql", "three").commit("4");
    project.branch("other").migration("R__v.sql", "never").commit("5").checkout("main");

    try (GitRepository git = open(project.directory())) {
      assertThat(texts(git, List.of(project.id("HEAD")), List.of(project.file(""))))
          .containsExactly("three", "two", "one");
      assertThat(texts(git, List.of(project.id("HEAD"), project.id("other")), List.of()))
          .containsExactly("never", "three", "two", "one");
    }
  }

  @Test
  void a_text_that_was_only_on_a_merged_branch_is_not_missed() {
    GitProject project = GitProject.in(temporary);
    project.migration("R__v.sql", "one").commit("1");
    project.branch("side").migration("R__v.sql", "two").commit("2");
    project.migration("R__v.sql", "three").commit("3").checkout("main");
    project.git("merge", "--quiet", "--no-ff", "--strategy=ours", "--message=kept mine", "side");

    try (GitRepository git = open(project.directory())) {
      assertThat(texts(git, List.of(project.id("HEAD")), List.of()))
          .containsExactly("three", "two", "one");
    }
  }

  @Test
  void texts_are_found_where_the_files_were_and_told_with_their_commit() {
    GitProject project = GitProject.in(temporary);
    project.write("old/place/V1__a.sql", "one").write("old/place/read.me", "me").commit("1");
    project.git("mv", "old/place", "db");
    project.commit("2");

    try (GitRepository git = open(project.directory())) {
      List<String> head = List.of(project.id("HEAD"));
      assertThat(git.pastFiles(head, List.of(), name -> name.endsWith(".sql")))
          .extracting(PastFile::path, PastFile::commit)
          .containsExactly(
              tuple("db/V1__a.sql", project.id("HEAD")),
              tuple("old/place/V1__a.sql", project.id("HEAD~1")));
      assertThat(git.pastFiles(head, List.of(project.directory().resolve("db")), name -> true))
          .extracting(PastFile::path)
          .containsExactly("db/V1__a.sql", "db/read.me");
      assertThat(git.pastFiles(head, List.of(temporary.resolveSibling("else")), name -> true))
          .isEmpty();
    }
  }

  private static List<String> texts(
      GitRepository git, List<String> commits, List<Path> directories) {
    return git.pastFiles(commits, directories, name -> name.endsWith(".sql")).stream()
        .map(file -> new String(git.content(file), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void a_detached_head_has_no_branch_but_a_base() {
    GitProject project = change().checkout("change~0");

    try (GitRepository git = open(project.directory())) {
      assertThat(git.branch()).isEmpty();
      assertThat(BaseBranch.find(git, Optional.of("main"), NONE)).isPresent();
    }
  }

  @Test
  void a_linked_work_tree_is_a_repository_like_any_other() {
    GitProject project = change();
    Path linked = temporary.resolveSibling(temporary.getFileName() + "-linked");
    project.checkout("main").git("worktree", "add", "--quiet", linked.toString(), "change");

    try (GitRepository git = open(linked)) {
      assertThat(git.head()).contains(project.id("change"));
      assertThat(git.branch()).contains("change");
      assertThat(git.isShallow()).isFalse();
      assertThat(BaseBranch.find(git, Optional.of("main"), NONE))
          .map(BaseBranch::mergeBase)
          .contains(project.id("main~1"));
      assertThat(git.filesAt(project.id("main"), List.of(linked.resolve("src")))).hasSize(2);
    } finally {
      project.git("worktree", "remove", "--force", linked.toString());
    }
  }

  @Test
  void a_project_in_a_folder_of_the_repository_sees_its_own_files() {
    GitProject repository = GitProject.in(temporary);
    GitProject module = GitProject.without(temporary.resolve("modules/shop"));
    module.migration("V1__a.sql", "SELECT 1;");
    repository.migration("V1__other.sql", "SELECT 2;").commit("both");

    try (GitRepository git = open(module.directory())) {
      assertThat(git.workTree()).isEqualTo(repository.directory());
      assertThat(git.filesAt(repository.id("HEAD"), List.of(module.file(""))))
          .containsOnlyKeys(module.file("V1__a.sql"));
      assertThat(
              git.pastFiles(List.of(repository.id("HEAD")), List.of(module.file("")), name -> true))
          .extracting(PastFile::fileName)
          .containsExactly("V1__a.sql");
    }
  }

  @Test
  void a_shallow_clone_says_what_is_missing_and_how_to_get_it() {
    GitProject origin = change();
    Path clone = temporary.resolve("clone");
    origin.git("clone", "--quiet", "--depth=1", "--branch=change", url(origin), clone.toString());

    try (GitRepository git = open(clone)) {
      assertThat(git.isShallow()).isTrue();
      assertRefused(
          git,
          "main",
          "the Git base 'main' (schema.gitBase) does not exist in this clone, which is shallow");
      assertRefused(
          git,
          origin.id("main"),
          "the Git base '%s' (schema.gitBase) does not exist in this clone, which is shallow"
              .formatted(origin.id("main")));
    }
    GitProject shallow = GitProject.without(clone);
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
    try (GitRepository git = open(clone)) {
      assertRefused(
          git,
          "main",
          "this clone is shallow: the commit where the change left 'origin/main' is missing");
    }
  }

  @Test
  void unrelated_histories_are_refused() {
    GitProject project = GitProject.in(temporary);
    project.migration("V1__a.sql", "SELECT 1;").commit("one");
    project.git("checkout", "--quiet", "--orphan", "island");
    project.commit("another beginning");

    try (GitRepository git = open(project.directory())) {
      assertRefused(git, "main", "'main' and the checked-out commit have no common history");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"feature/#1-ü", "a;b$(id)`id`", "rel|ease'\"", "main@x", "deadbeef"})
  void odd_branch_names_are_only_names(String name) {
    GitProject project = GitProject.in(temporary);
    project.migration("V1__a.sql", "SELECT 1;").commit("one");
    project.git("branch", "--", name);

    try (GitRepository git = open(project.directory())) {
      assertThat(BaseBranch.find(git, Optional.of(name), NONE))
          .map(BaseBranch::name)
          .contains(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "--upload-pack=id",
        "no such",
        "@{-1}",
        "a..b",
        "main^{tree}",
        "main:src",
        "^main",
        "0000000000000000000000000000000000000001"
      })
  void what_is_no_commit_is_refused_with_the_name(String name) {
    GitProject project = GitProject.in(temporary);
    project.migration("V1__a.sql", "SELECT 1;").commit("one");

    try (GitRepository git = open(project.directory())) {
      assertRefused(
          git,
          name,
          "the Git base '%s' (schema.gitBase) does not exist in this clone".formatted(name));
    }
  }

  @Test
  void the_ci_servers_branch_is_looked_for_at_the_origin_first() {
    GitProject project = change().publish();
    project.git("branch", "release", "main~1");
    project.git("update-ref", "refs/remotes/origin/release", "main");

    try (GitRepository git = open(project.directory())) {
      assertThat(BaseBranch.find(git, NONE, Optional.of("release")))
          .map(BaseBranch::name)
          .contains("origin/release");
      assertThat(BaseBranch.find(git, Optional.of("release"), Optional.of("gone")))
          .as("what the user names wins")
          .map(BaseBranch::name)
          .contains("release");
      assertThatExceptionOfType(SchemaGitOpsException.class)
          .isThrownBy(() -> BaseBranch.find(git, NONE, Optional.of("gone")))
          .withMessageContaining("'gone' (the CI server's target branch)");
    }
  }

  @Test
  void without_any_wish_the_origins_main_branch_is_the_base() {
    GitProject project = GitProject.in(temporary);
    project.migration("V1__a.sql", "SELECT 1;").commit("one");

    try (GitRepository git = open(project.directory())) {
      assertThat(BaseBranch.find(git, NONE, NONE)).isEmpty();
    }
    project.publish();
    try (GitRepository git = open(project.directory())) {
      assertThat(BaseBranch.find(git, NONE, NONE)).map(BaseBranch::name).contains("origin/main");
    }
  }

  /** On branch "change" with a V2 of its own, after which "main" got another V2. */
  private GitProject change() {
    GitProject project = GitProject.in(temporary.resolve("project"));
    project.migration("V1__a.sql", "SELECT 1;").commit("one").branch("change");
    project.migration("V2__mine.sql", "SELECT 2;").commit("mine").checkout("main");
    project.migration("V2__rival.sql", "SELECT 2;").commit("rival");
    return project.checkout("change");
  }

  private static String url(GitProject project) {
    return project.directory().toUri().toString();
  }

  private static GitRepository open(Path directory) {
    return GitRepository.holding(directory).orElseThrow();
  }

  private static void assertRefused(GitRepository git, String base, String message) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> BaseBranch.find(git, Optional.of(base), NONE))
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).contains("git fetch --unshallow", "fetch-depth: 0"));
  }
}
