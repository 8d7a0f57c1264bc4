package io.holdfast.config.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.FilesSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines, comments, quotes, braces, conditions and includes; numbers in names are those of the verified examples in
/// `docs/spec/config-language.md` section 20.
class ConfigReaderTest {
    private static List<String> lines(String text) {
        return Parsed.text(text).lines();
    }

    private static List<String> words(String line) {
        return new Line(0, line, 0).words().stream().map(Word::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"k # c, k", "k!c, k", "'\"k#c\"', '\"k#c\"'", "'  a b \t', 'a b'", "a\\#b, a#b",
            "'\"a\\#b\"', '\"a\\#b\"'"})
    void commentsEndALineOutsideQuotes2(String line, String left) {
        assertEquals(List.of(left), lines(line));
    }

    @Test
    void linesAreCutAtBraces3and4() {
        assertEquals(List.of("vrrp_instance A", "{", "interface eth0", "}"),
                lines("vrrp_instance A { interface eth0 }"));
        assertEquals(List.of("vrrp_instance A", "{", "}"), lines("vrrp_instance A\n{\n}"));
        assertEquals(List.of("a \"{\" b"), lines("a \"{\" b"));
    }

    @Test
    void carriageReturnsAndAMissingLastLineEndDoNotMatter14() {
        assertEquals(List.of("a b", "c"), lines("a b\r\nc\r\r"));
    }

    @Test
    void aLineOf1022BytesIsReadAndOneOf1023IsReported13() {
        assertEquals(List.of("x".repeat(1022), "y"), lines("x".repeat(1022) + "\r\ny\n"));
        Parsed parsed = Parsed.text("x".repeat(1023) + "\ny\n");
        assertEquals(List.of("y"), parsed.lines());
        assertEquals(Problem.LINE_TOO_LONG, parsed.problems().get(0));
    }

    @Test
    void quotesMakeWordsOfTheirOwn() {
        assertEquals(List.of("a", "b c", "", "d", "e f", "g"), words("a \"b c\" \"\" d\"e f\"g"));
        assertEquals(List.of("a"), words("a \"b c"));
        assertEquals(List.of("'a", "b'"), words("'a b'"));
    }

    @Test
    void conditionsAreEvaluatedAtTheStartAndBehindBraces25and26() {
        assertEquals(List.of("x"), lines("@main x\n@^main y\n@other z\n@main"));
        assertEquals(List.of("n", "{", "x", "}"), lines("n { @main x }"));
        assertEquals(List.of("@main x"), lines("@main @main x"));
    }

    @Test
    void aDollarThatIsNoParameterStays() {
        assertEquals(List.of("auth_pass pa$$w$rd"), lines("auth_pass pa$$w$rd"));
    }

    @ParameterizedTest
    @CsvSource({"include, 0", "includer, 0", "includem, 6", "includew, 6", "includeb, 0", "includea, 6"})
    void aMissingFileIsFatalForTheStrictSpellings37(String spelling, int exit) {
        Parsed parsed = Parsed.text(spelling + " none.conf\n");
        assertEquals(1, parsed.findings().size());
        assertEquals(exit, Verdict.testExit(parsed.findings()));
        assertEquals(exit == 0 ? 0 : 6, Verdict.startExit(parsed.findings()));
    }

    @Test
    void includesAreRelativeToTheirFileAndSorted() {
        Map<String, String> files = Map.of("/etc/k/k.conf", "a\ninclude conf.d/*.conf\nz\n",
                "/etc/k/conf.d/2.conf", "two", "/etc/k/conf.d/1.conf", "one\ninclude sub/x",
                "/etc/k/conf.d/sub/x", "deep", "/etc/k/conf.d/.h.conf", "no");
        Parsed parsed = Parsed.files(files, "/etc/k/k.conf");
        assertEquals(List.of("a", "one", "deep", "two", "z"), parsed.lines());
        assertEquals("/etc/k/conf.d/sub/x:1:1", parsed.findings().get(2).location());
    }

    @Test
    void aMissingBraceAlternativeSpoilsTheIncludeIfThatIsChecked39() {
        Map<String, String> files = Map.of("m", "include {a,zz}.conf", "n", "includeb {a,zz}.conf", "a.conf", "a");
        assertEquals(List.of("a"), Parsed.files(files, "m").lines());
        assertEquals(0, Verdict.testExit(Parsed.files(files, "m").reading().findings()));
        assertEquals(List.of(), Parsed.files(files, "n").lines());
        assertEquals(6, Verdict.testExit(Parsed.files(files, "n").reading().findings()));
    }

    @Test
    void includeCheckHoldsForTheRestOfItsFile() {
        Map<String, String> files = Map.of("m", "include sub\ninclude none\ninclude_check match\ninclude none2",
                "sub", "include_check\n");
        List<Problem> problems = Parsed.files(files, "m").reading().findings().stream().map(Finding::problem).toList();
        assertEquals(List.of(Problem.INCLUDE_MISSED, Problem.INCLUDE_CHECK), problems);
    }

    @Test
    void filesMayEndInsideABlock() {
        Parsed parsed = Parsed.files(Map.of("m", "include a\nrouter_id X\n}\n", "a", "global_defs {\n"), "m");
        assertEquals(List.of(), parsed.problems());
        assertEquals("X", parsed.configuration().global().routerId().orElseThrow());
    }

    @Test
    void loopsAreRefused() {
        Parsed parsed = Parsed.files(Map.of("m", "include a", "a", "include m\nx"), "m");
        assertEquals(Problem.INCLUDE_LOOP, parsed.problems().get(0));
        assertEquals(List.of("x"), parsed.lines());
    }

    @Test
    void aMissingMainFileIsRefused() {
        Parsed parsed = Parsed.files(Map.of(), "none.conf");
        assertEquals(List.of(Problem.NO_MAIN_FILE), parsed.problems());
        assertEquals(4, Verdict.testExit(parsed.findings()));
        assertEquals(6, Verdict.startExit(parsed.findings()));
    }

    @Test
    void severalMainFilesAreReadAndReported() {
        Parsed parsed = Parsed.files(Map.of("a.conf", "use_pid_dir", "b.conf", "instance x"), "*.conf");
        assertEquals(List.of(Problem.SEVERAL_MAIN_FILES), parsed.problems());
        assertEquals(List.of("use_pid_dir", "instance x"), parsed.lines());
    }

    @Test
    void realFilesAreReadAndUnsuitableOnesNamed38(@TempDir Path folder) throws IOException {
        Path main = Files.writeString(folder.resolve("m.conf"),
                "use_pid_dir\ninclude sub\ninclude run.sh\ninclude *.inc\n");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("b.inc"), "instance b");
        Files.writeString(folder.resolve("run.sh"), "x");
        assertTrue(folder.resolve("run.sh").toFile().setExecutable(true));
        Parsed parsed = Parsed.of(new FilesSource(), main.toString());
        assertEquals(List.of("use_pid_dir", "instance b"), parsed.lines());
        assertEquals(List.of(Problem.INCLUDE_MISSED, Problem.INCLUDE_MISSED), parsed.problems());
        assertTrue(parsed.report().contains("it is a directory"), parsed::report);
        assertEquals(0, Verdict.testExit(parsed.findings()));
        Parsed folderItself = Parsed.of(new FilesSource(), folder.toString());
        assertEquals(List.of(Problem.NO_MAIN_FILE), folderItself.problems());
    }

    @ParameterizedTest
    @CsvSource({"*.conf, a.conf, true", "*.conf, a.cnf, false", "a?c, abc, true", "[a-c]x, bx, true",
            "[!a-c]x, bx, false", "*a*b*, xxaxxbxx, true", "\\*, a, false", "[, '[', true"})
    void patternsMatchNames(String pattern, String name, boolean matches) {
        assertEquals(matches, Glob.matches(pattern, name));
    }

    @Test
    void bracesSpellOutAlternatives() {
        assertEquals(List.of("a1x", "a1y", "a2x", "a2y", "ax", "ay"), Glob.alternatives("a{{1,2},}{x,y}"));
        assertEquals(List.of("a{b"), Glob.alternatives("a{b"));
    }
}
