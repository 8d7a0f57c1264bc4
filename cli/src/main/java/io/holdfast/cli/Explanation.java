package io.holdfast.cli;

import io.holdfast.config.finding.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What there is to know about a kind of problem, for somebody who met it and has no other source at hand.
///
/// The texts are in `explanations.txt`: a line `== HF0103` begins one, a line `-- example` a configuration file that
/// has the problem.
///
/// @param problem the kind
/// @param text    paragraphs in lines of at most 80 characters: what it means, why it matters, how to mend it
/// @param example a file that has the problem; empty for what no file by itself can have
record Explanation(Problem problem, String text, Optional<String> example) {
    private static final String BEGIN = "== ";
    private static final String EXAMPLE = "-- example\n";

    /// The explanation of a kind of problem; empty if nobody has written one.
    static Optional<Explanation> of(Problem problem) {
        String all = "\n" + texts();
        int begin = all.indexOf("\n" + BEGIN + problem.code() + "\n");
        if (begin < 0) {
            return Optional.empty();
        }
        int from = all.indexOf('\n', begin + 1) + 1;
        int next = all.indexOf("\n" + BEGIN, from);
        String whole = all.substring(from, next < 0 ? all.length() : next + 1);
        int example = whole.indexOf(EXAMPLE);
        return Optional.of(example < 0 ? new Explanation(problem, whole.strip(), Optional.empty())
                : new Explanation(problem, whole.substring(0, example).strip(),
                        Optional.of(whole.substring(example + EXAMPLE.length()).strip() + "\n")));
    }

    private static String texts() {
        try (InputStream in = Explanation.class.getResourceAsStream("explanations.txt")) {
            if (in == null) {
                throw new IllegalStateException("explanations.txt is missing from the image");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
