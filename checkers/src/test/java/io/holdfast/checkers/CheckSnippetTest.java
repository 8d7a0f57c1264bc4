package io.holdfast.checkers;

import io.holdfast.config.Parsed;
import io.holdfast.config.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The [Snippets] of load balancing and BFD.
class CheckSnippetTest {
    private static final Snippets SNIPPETS = new Snippets(Path.of("src/test/snippets"),
            (files, main) -> Parsed.files(files, main, () -> CheckKinds.ALL));

    @TestFactory
    Stream<DynamicTest> validFilesMeanWhatIsWrittenBeside() throws IOException {
        return SNIPPETS.valid();
    }

    @TestFactory
    Stream<DynamicTest> mistakesAreReportedAsWrittenBeside() throws IOException {
        return SNIPPETS.errors();
    }
}
