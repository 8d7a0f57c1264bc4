package io.holdfast.tidy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ARCHITECTURE.md and CONTRIBUTING.md ask of every file, as far as a machine can see it.
class TidyTest {
    private static final int LONGEST_LINE = 120;

    /// The arrows of ARCHITECTURE.md: which rooms a room may know.
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "base", Set.of(),
            "core", Set.of("base"),
            "config", Set.of("base", "core"),
            "linux", Set.of("base"),
            "checkers", Set.of("base", "core", "config"),
            "mail", Set.of("base", "core"),
            "daemon", Set.of("base", "core", "config", "checkers", "linux"),
            "sim", Set.of("base", "core", "config"),
            "cli", Set.of("base", "core", "config", "checkers", "sim"),
            "lab", Set.of());

    private static final Pattern REQUIRES = Pattern.compile("requires [a-z ]*io\\.holdfast\\.(\\w+);");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl)\\.java");
    private static final Pattern NATIVE = Pattern.compile("java\\.lang\\.foreign");
    private static final Pattern END_OF_JVM = Pattern.compile("System\\.exit\\(|getRuntime\\(\\)\\.(halt|exit)\\(");
    private static final Pattern MAIN = Pattern.compile("static void main\\(");

    /// Time, chance and the world outside.
    private static final Pattern IMPURE = Pattern.compile(
            "System\\.(nanoTime|currentTimeMillis|getenv|getProperty|out|err|getLogger)"
                    + "|\\b(Instant|LocalDateTime)\\.now"
                    + "|\\bClock\\b|Random\\b|Math\\.random|randomUUID|\\bThread\\b|java\\.util\\.concurrent"
                    + "|java\\.net\\.|java\\.nio\\.channels|java\\.util\\.logging|\\bsynchronized\\b");

    /// The clock on the wall, which somebody may set.
    private static final Pattern WALL_CLOCK = Pattern.compile(
            "currentTimeMillis|\\.now\\(\\)(?<!MonoClock\\.now\\(\\))|new Date\\(|CLOCK_REALTIME");

    /// Its rules are looked for in every module and jar: 15 ms of each start.
    private static final Pattern TIME_ZONE =
            Pattern.compile("java\\.time\\.(Zone|zone|Local|Offset|Instant|chrono|format|\\*)");

    private static final Pattern FILES = Pattern.compile("java\\.io\\.|java\\.nio\\.file\\.");

    @Test
    void roomsKnowOnlyTheRoomsBelowThem() {
        assertThat(SourceFile.all().filter(file -> file.fileName().equals("module-info.java"))
                .flatMap(file -> file.lines().stream().flatMap(line -> REQUIRES.matcher(line).results())
                        .map(found -> found.group(1))
                        .filter(room -> !ARROWS.getOrDefault(file.room(), Set.of()).contains(room))
                        .map(room -> file.room() + " -> " + room)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "core", "config"})
    void decisionsAreFreeOfTimeAndChance(String room) {
        assertThat(SourceFile.main(room).flatMap(file -> file.code(IMPURE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "core", "config", "linux", "daemon"})
    void theDaemonUsesNoTimeZoneOfTheJdk(String room) {
        assertThat(SourceFile.main(room).flatMap(file -> file.code(TIME_ZONE))).isEmpty();
    }

    /// An hour more or less on that clock changes nothing but the time in front of log lines, and in signatures that
    /// carry the time.
    @ParameterizedTest
    @ValueSource(strings = {"linux", "daemon"})
    void onlyTheLogAndSignaturesLookAtTheClockOnTheWall(String room) {
        Set<String> allowed = Set.of("Log.java", "WallClockWatch.java");
        assertThat(SourceFile.main(room).filter(file -> !allowed.contains(file.fileName()))
                .flatMap(file -> file.code(WALL_CLOCK))).isEmpty();
        assertThat(SourceFile.main("daemon").flatMap(file -> file.code(WALL_CLOCK))).isNotEmpty();
    }

    /// In config the one class that reads real files is the exception: everything else is given a source.
    @ParameterizedTest
    @ValueSource(strings = {"base", "core", "config"})
    void decisionsReadNoFiles(String room) {
        assertThat(SourceFile.main(room).filter(file -> !file.fileName().equals("FilesSource.java"))
                .flatMap(file -> file.code(FILES))).isEmpty();
    }

    @Test
    void onlyLinuxCallsNativeCode() {
        assertThat(SourceFile.all().filter(file -> !file.room().equals("linux")).filter(SourceFile::isMain)
                .flatMap(file -> file.code(NATIVE))).isEmpty();
    }

    @Test
    void onlyMainsEndTheProcess() {
        assertThat(SourceFile.all().filter(SourceFile::isMain)
                .filter(file -> file.places(line -> MAIN.matcher(line).find()).findAny().isEmpty())
                .flatMap(file -> file.code(END_OF_JVM))).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Map<Path, Set<String>> packages = SourceFile.all().filter(SourceFile::isMain)
                .filter(file -> !file.fileName().equals("module-info.java"))
                .collect(groupingBy(file -> Objects.requireNonNull(file.path().getParent()),
                        mapping(SourceFile::fileName, toSet())));
        assertThat(packages).isNotEmpty();
        assertThat(packages.entrySet().stream().filter(entry -> !entry.getValue().contains("package-info.java"))
                .map(Map.Entry::getKey)).isEmpty();
        assertThat(packageInfos().filter(file -> !file.lines().contains("@NullMarked")).map(SourceFile::path))
                .isEmpty();
        assertThat(packageInfos().filter(file -> !file.lines().getFirst().startsWith("///")).map(SourceFile::path))
                .isEmpty();
    }

    @Test
    void linesFitTheScreen() {
        assertThat(SourceFile.all().flatMap(file -> file.places(line -> line.length() > LONGEST_LINE))).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(SourceFile.all().flatMap(file -> file.places(line -> LEFT_OVER.matcher(line).find()))).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(SourceFile.all().map(SourceFile::fileName).filter(name -> EMPTY_NAME.matcher(name).matches()))
                .isEmpty();
    }

    private static Stream<SourceFile> packageInfos() {
        return SourceFile.all().filter(SourceFile::isMain).filter(file -> file.fileName().equals("package-info.java"));
    }
}
