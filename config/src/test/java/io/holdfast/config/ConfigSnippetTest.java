package io.holdfast.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The [Snippets] of everything but load balancing, which room checkers has.
class ConfigSnippetTest {
    private static final Snippets SNIPPETS = new Snippets(Path.of("src/test/snippets"), Parsed::files);

    @TestFactory
    Stream<DynamicTest> validFilesMeanWhatIsWrittenBeside() throws IOException {
        return SNIPPETS.valid();
    }

    @TestFactory
    Stream<DynamicTest> mistakesAreReportedAsWrittenBeside() throws IOException {
        return SNIPPETS.errors();
    }
}
