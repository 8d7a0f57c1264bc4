package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The snippets `mistakes-*.conf` are what people really write. Their `.err` files are read by whoever changes a
/// message; this holds what can be said of all.
class MistakesTest {
    private static final Path FOLDER = Path.of("src/test/snippets/errors");
    private static final int PROMISED = 30;

    static List<Path> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("mistakes-.*\\.conf")).sorted().toList();
        }
    }

    @Test
    void thereAreEnough() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(PROMISED);
    }

    /// Either the message says what is expected, or a hint what to do; nobody can mend what has no effect yet.
    @ParameterizedTest
    @MethodSource("mistakes")
    void eachFindingSaysHowToMendIt(Path file) throws IOException {
        List<Finding> findings = Parsed.files(Map.of("conf", Files.readString(file)), "conf").findings();
        assertThat(findings).filteredOn(finding -> finding.problem() != Problem.NO_EFFECT_YET).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.expected() + finding.hint()).as(finding.text()).isNotEmpty());
    }
}
