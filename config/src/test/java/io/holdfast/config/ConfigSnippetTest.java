package io.holdfast.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.finding.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each `.conf` under `src/test/snippets` is a test: of those in `valid` the specification is compared with the
/// `.json` beside it, of those in `errors` the printed findings with the `.err`. Files ending in `.inc` are there to be
/// included. `-Dupdate.expected=true` rewrites what is expected; review the difference.
class ConfigSnippetTest {
    private static final Path SNIPPETS = Path.of("src/test/snippets");

    @TestFactory
    Stream<DynamicTest> validFilesMeanWhatIsWrittenBeside() throws IOException {
        return snippets("valid", parsed -> {
            assertEquals(List.of(), parsed.problems().stream().filter(p -> p != Problem.NO_EFFECT_YET).toList(),
                    parsed::report);
            return SpecJson.of(parsed.configuration());
        }, ".json");
    }

    @TestFactory
    Stream<DynamicTest> mistakesAreReportedAsWrittenBeside() throws IOException {
        return snippets("errors", Parsed::report, ".err");
    }

    private interface Printer {
        String print(Parsed parsed);
    }

    private static Stream<DynamicTest> snippets(String folder, Printer printer, String suffix) throws IOException {
        Map<String, String> files = files(SNIPPETS.resolve(folder));
        List<String> names = files.keySet().stream().filter(name -> name.endsWith(".conf")).toList();
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Path expected = SNIPPETS.resolve(folder).resolve(name.replace(".conf", suffix));
            String actual = printer.print(Parsed.files(files, name));
            if (Boolean.getBoolean("update.expected")) {
                Files.writeString(expected, actual);
            }
            assertEquals(Files.readString(expected), actual);
        }));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.collect(Collectors.toMap(path -> path.getFileName().toString(), ConfigSnippetTest::text,
                    (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
