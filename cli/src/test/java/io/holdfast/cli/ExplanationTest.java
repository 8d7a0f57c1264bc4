package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    private static final int LONGEST_LINE = 80;
    private static final int SHORTEST_TEXT = 150;

    private static final String NO_USERS = "apart from a machine no user is looked up";
    private static final String NO_FILES = "apart from a machine no file is looked at";

    /// What no example shows, and why.
    private static final Map<Problem, String> WITHOUT_EXAMPLE = Map.ofEntries(
            Map.entry(Problem.NO_MAIN_FILE, "there is no file"),
            Map.entry(Problem.SEVERAL_MAIN_FILES, "it takes several files"),
            Map.entry(Problem.TOO_MUCH_TEXT, "it takes megabytes"),
            Map.entry(Problem.EXPANSION_TOO_LONG, "it takes a line that no terminal shows well"),
            Map.entry(Problem.LINE_TOO_LONG, "it takes a line that no terminal shows well"),
            Map.entry(Problem.NUL_BYTE, "the byte cannot be seen"),
            Map.entry(Problem.BYTE_ORDER_MARK, "the mark cannot be seen"),
            Map.entry(Problem.MORE_FINDINGS, "it takes hundreds of mistakes"),
            Map.entry(Problem.UNKNOWN_INTERFACE, "apart from a machine every interface exists"),
            Map.entry(Problem.TOO_MANY_ADDRESSES, "it takes hundreds of addresses"),
            Map.entry(Problem.NOT_MULTICAST, "apart from a machine every interface can multicast"),
            Map.entry(Problem.OPEN_KEY_FILE, "apart from a machine no key file is read"),
            Map.entry(Problem.UNKNOWN_USER, NO_USERS), Map.entry(Problem.NOTIFY_USER, NO_USERS),
            Map.entry(Problem.NO_SCRIPT_USER, NO_USERS), Map.entry(Problem.SCRIPT_MISSING, NO_FILES),
            Map.entry(Problem.SCRIPT_NOT_RUN, NO_FILES),
            Map.entry(Problem.SCRIPT_NOT_EXECUTABLE, NO_FILES),
            Map.entry(Problem.SCRIPT_UNSAFE, NO_FILES), Map.entry(Problem.SCRIPT_RISK, NO_FILES),
            Map.entry(Problem.SCRIPT_SEARCHED, NO_FILES), Map.entry(Problem.TRACK_FILE, NO_FILES),
            Map.entry(Problem.ABSENT_LINK, "apart from a machine every interface exists"));

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemIsExplained(Problem problem) {
        String text = Explanation.of(problem).orElseThrow().text();
        assertThat(text).hasSizeGreaterThan(SHORTEST_TEXT).doesNotContain("\t");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void itsExampleHasTheProblem(Problem problem) {
        Explanation explanation = Explanation.of(problem).orElseThrow();
        assertThat(explanation.example().isEmpty()).as("no example is expected")
                .isEqualTo(WITHOUT_EXAMPLE.containsKey(problem));
        explanation.example().ifPresent(text -> assertThat(problems(text)).contains(problem));
    }

    /// An example that shows five problems explains none.
    @ParameterizedTest
    @EnumSource(Problem.class)
    void itsExampleHasLittleElse(Problem problem) {
        Explanation.of(problem).orElseThrow().example().ifPresent(
                text -> assertThat(problems(text).stream().distinct()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void linesFitIntoATerminal() {
        Stream<String> lines = Stream.of(Problem.values()).map(problem -> Explanation.of(problem).orElseThrow())
                .flatMap(explanation -> (explanation.text() + "\n" + explanation.example().orElse("")).lines());
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(LONGEST_LINE));
    }

    private static List<Problem> problems(String text) {
        return ProblemHelp.findings(text).stream().map(Finding::problem).toList();
    }
}
