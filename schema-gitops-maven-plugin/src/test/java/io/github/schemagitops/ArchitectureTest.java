package io.github.schemagitops;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.schemagitops.Packages.Row;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.testing.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Structure is a test, not advice. The table of who may import whom is in {@link Packages}. */
class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("../docs/architecture.md");

  /** Written by the plugin tools, not by us. */
  private static final String GENERATED = "HelpMojo";

  /** Part of the language as we use it; everything else is a library. */
  private static final List<String> PLATFORM = List.of("java.", "org.jspecify.annotations.");

  /** Parts of the Java platform that are a library to us: each reaches out of the process. */
  private static final List<String> OUTWARD = List.of("java.sql.", "java.net.http.");

  private static final Pattern OUR_IMPORT =
      Pattern.compile(
          "^import (?:static )?io\\.github\\.schemagitops\\.([a-z.]+)\\.", Pattern.MULTILINE);

  /** Who besides the Mojos asks the machine, and why no setting can answer instead. */
  private static final Map<String, String> MAY_ASK_THE_MACHINE =
      Map.of(
          "shadow.AbandonedContainers", "one user's processes are not visible to another's",
          "shadow.ContainerEngine", "where the container engine listens is the machine's business",
          "shadow.ServerPlatform", "the server's programs must fit system and processor",
          "shadow.LibraryLogging", "a log level that the user chose must win over ours");

  /** Keeps what a library prints while its classes are loaded from the user's terminal. */
  private static final String MAY_HOLD_BACK_A_LIBRARY = "Grammars";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Packages.BASE)
          .that(not(simpleName(GENERATED)));

  static List<Row> rows() {
    return Packages.ROWS;
  }

  @Test
  void the_table_lists_every_package_once() {
    assertThat(Packages.ROWS)
        .extracting(Row::name)
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream().map(c -> ours(c).orElseThrow()).collect(Collectors.toSet()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_package_imports_exactly_the_packages_of_its_row(Row row) throws IOException {
    Set<String> imports = used(row, c -> ours(c).stream());
    // The compiler copies constants: their import is only in the source.
    imports.addAll(constantImports(row));
    imports.remove(row.name());

    assertThat(imports)
        .as("packages that %s imports", row)
        .containsExactlyElementsOf(row.imports());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_package_uses_exactly_the_libraries_of_its_row(Row row) {
    assertThat(used(row, c -> library(c, row)))
        .as("libraries that %s uses", row)
        .containsExactlyElementsOf(row.libraries());
  }

  @Test
  void the_page_on_architecture_shows_the_table() throws IOException {
    Goldens.checkSection(PAGE, "packages", Packages.markdown());
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(Packages.BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nobody_uses_driver_manager_which_fails_in_the_second_module_of_a_build() {
    noClasses().should().dependOnClassesThat().areAssignableTo(DriverManager.class).check(CLASSES);
  }

  @Test
  void nobody_prints() {
    noClasses()
        .that()
        .doNotHaveSimpleName(MAY_HOLD_BACK_A_LIBRARY)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void only_mojos_and_the_named_classes_ask_the_machine() {
    Set<String> asking =
        CLASSES.stream()
            .filter(ArchitectureTest::asksTheMachine)
            .map(c -> c.getName().substring(Packages.BASE.length() + 1))
            .filter(name -> !name.startsWith("mojo."))
            .collect(Collectors.toSet());

    assertThat(asking).isEqualTo(MAY_ASK_THE_MACHINE.keySet());
  }

  @Test
  void nothing_static_can_change() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void rules_are_final_and_pure() {
    classes()
        .that()
        .resideInAPackage("..lint.rules")
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage("..lint.rules")
        .and()
        .arePublic()
        .should()
        .implement(Rule.class)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..lint..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.sql..", "java.time..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(System.class)
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() throws IOException {
    assertThat(files().map(Path::getParent).distinct().map(d -> d.resolve("package-info.java")))
        .isNotEmpty()
        .allSatisfy(info -> assertThat(info).content().contains("@NullMarked\npackage "));
  }

  @Test
  void files_are_short_and_mojos_very_short() throws IOException {
    assertThat(files())
        .allSatisfy(
            file -> {
              String name = file.getFileName().toString();
              boolean mojo = name.endsWith("Mojo.java") && !name.startsWith("Abstract");
              assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(mojo ? 90 : 350);
            });
  }

  private static Set<String> used(Row row, Function<JavaClass, Stream<String>> what) {
    return CLASSES.stream()
        .filter(c -> c.getPackageName().equals(Packages.BASE + "." + row.name()))
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .map(d -> d.getTargetClass().getBaseComponentType())
        .filter(c -> !c.isPrimitive())
        .flatMap(what)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> constantImports(Row row) throws IOException {
    Path folder = SOURCES.resolve((Packages.BASE + "." + row.name()).replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> OUR_IMPORT.matcher(read(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> ours(JavaClass c) {
    return c.getPackageName().startsWith(Packages.BASE + ".")
        ? Optional.of(c.getPackageName().substring(Packages.BASE.length() + 1))
        : Optional.empty();
  }

  /** The library by the name that the row has for it, else its package. */
  private static Stream<String> library(JavaClass c, Row row) {
    String name = c.getPackageName() + ".";
    boolean platform =
        PLATFORM.stream().anyMatch(name::startsWith)
            && OUTWARD.stream().noneMatch(name::startsWith);
    if (platform || ours(c).isPresent()) {
      return Stream.empty();
    }
    return Stream.of(
        row.libraries().stream()
            .filter(l -> name.startsWith(l + "."))
            .findFirst()
            .orElse(c.getPackageName()));
  }

  private static boolean asksTheMachine(JavaClass c) {
    Set<String> questions = Set.of("getenv", "getProperty", "getProperties");
    return c.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                (call.getTargetOwner().isEquivalentTo(System.class)
                        && questions.contains(call.getName()))
                    || (call.getName().equals("getBoolean")
                        && call.getTargetOwner().isEquivalentTo(Boolean.class)));
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
    }
  }
}
