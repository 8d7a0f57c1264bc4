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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Each `.conf` in a folder is a test: of those in `valid` the specification is compared with the `.json` beside it, of
/// those in `errors` the printed findings with the `.err`. Files ending in `.inc` are there to be included.
/// `-Dupdate.expected=true` rewrites what is expected; review the difference.
///
/// @param folder with `valid` and `errors` in it
/// @param parser reads one of several files
public record Snippets(Path folder, BiFunction<Map<String, String>, String, Parsed> parser) {

    /// Nothing may be wrong with them.
    public Stream<DynamicTest> valid() throws IOException {
        return tests("valid", parsed -> {
            assertEquals(List.of(), parsed.problems().stream().filter(p -> p != Problem.NO_EFFECT_YET).toList(),
                    parsed::report);
            return SpecJson.of(parsed.configuration());
        }, ".json");
    }

    /// What is wrong with them is the point.
    public Stream<DynamicTest> errors() throws IOException {
        return tests("errors", Parsed::report, ".err");
    }

    private Stream<DynamicTest> tests(String kind, Function<Parsed, String> printer, String suffix)
            throws IOException {
        Map<String, String> files = files(folder.resolve(kind));
        List<String> names = files.keySet().stream().filter(name -> name.endsWith(".conf")).toList();
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Path expected = folder.resolve(kind).resolve(name.replace(".conf", suffix));
            String actual = printer.apply(parser.apply(files, name));
            if (Boolean.getBoolean("update.expected")) {
                Files.writeString(expected, actual);
            }
            assertEquals(Files.readString(expected), actual);
        }));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.collect(Collectors.toMap(path -> path.getFileName().toString(), Snippets::text,
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
