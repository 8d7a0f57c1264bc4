package io.holdfast.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of a test that shows a conformance item. Such tests are called `item_2_4_whatItShows`.
///
/// @param item      number of the item, as 2.4
/// @param testClass simple name of the test's class
/// @param test      what it shows: its name without the item
/// @param shownFor  what it was run for, the name of its parameter
record Verdict(String item, String testClass, String test, String shownFor, Outcome outcome) {
    private static final Pattern NAME = Pattern.compile("item_(\\d)_(\\d)_(\\w+)(?:\\(\\w+\\) (.*))?");

    /// A test case and, if it did not pass, the kind of the element that says so, which is its first child.
    private static final Pattern TEST = Pattern.compile("<testcase name=\"(?<name>[^\"]*)\""
            + " classname=\"(?:[\\w.]*\\.)?(?<class>\\w+)\"[^>]*?(?:/>|>\\s*(?:<(?<kind>failure|error|skipped))?)");

    /// From good to bad.
    enum Outcome {
        PASS, SKIPPED, FAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The verdicts in the reports that Surefire and Failsafe left in every module.
    static List<Verdict> ofReports(Path root) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root, 4)) {
            for (Path report : files.filter(Verdict::isReport).sorted().toList()) {
                verdicts.addAll(ofReport(report));
            }
        }
        return verdicts;
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/\\w+-reports/TEST-[^/]+\\.xml");
    }

    private static List<Verdict> ofReport(Path report) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        Matcher test = TEST.matcher(Files.readString(report));
        while (test.find()) {
            Matcher name = NAME.matcher(test.group("name"));
            if (name.matches()) {
                verdicts.add(new Verdict(name.group(1) + "." + name.group(2), test.group("class"), name.group(3),
                        name.group(4) == null ? "" : name.group(4), outcome(test.group("kind"))));
            }
        }
        return verdicts;
    }

    private static Outcome outcome(@Nullable String kind) {
        return kind == null ? Outcome.PASS : kind.equals("skipped") ? Outcome.SKIPPED : Outcome.FAIL;
    }
}
