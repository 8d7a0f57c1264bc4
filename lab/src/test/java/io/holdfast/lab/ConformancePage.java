package io.holdfast.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/conformance.md` says what became of every conformance item and of every cell of the lab matrix, as the reports
/// of the tests that just ran have it. `-Dupdate.expected=true` writes it anew. Run by dist when all others are done.
class ConformancePage {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/conformance.md");
    private static final Pattern ITEM = Pattern.compile("\\| (\\d\\.\\d) \\| ([^|]+) \\|.*");
    private static final String BEGIN = "<!-- generated from the reports of a run: ConformancePage -->\n";
    private static final String END = "<!-- end of what is generated -->\n";
    private static final String FRAME = """
            # Conformance

            What tests show about Holdfast as a VRRP router. The items are those of
            [conformance-items.md](spec/conformance-items.md); *pass in part* says that what is listed beside it is
            not there yet, and nothing is claimed for it.

            """;
    private static final List<String> PROTOCOLS = List.of("v2 IPv4", "v3 IPv4", "v3 IPv6");
    private static final String NOT_RUN = "not run";

    /// What an item asks for and is not there yet.
    private static final Map<String, String> MISSING = Map.of(
            "2.2", "not yet: that nothing sent to the virtual MAC is accepted, which needs `use_vmac`",
            "2.5", "not yet: answering with the virtual MAC and forwarding, which need `use_vmac`; refusing what is "
                    + "for the address, which needs `no_accept`",
            "4.9", "not yet: the virtual MAC as source, which needs `use_vmac`; sent from the interface's own");

    private static final Map<String, String> REMARKS = Map.of(
            "1.1", "the matrix below",
            "2.7", "a lower priority is answered in both versions, as keepalived does; `lower_prio_no_advert` does as "
                    + "RFC 3768 says",
            "4.3", "too short to hold a VRID: logged, and counted for the node instead of an instance",
            "4.5", "counted for the node instead of an instance; logged with `log_unknown_vrids`",
            "4.6", "version 3 has no authentication: the bits in its place are ignored",
            "4.7", "version 3 learns the interval (3.1) and discards only zero");

    @Test
    void theDocumentIsWhatTheReportsSay() throws IOException {
        List<Verdict> verdicts = Verdict.ofReports(ROOT);
        String generated = "\n" + items(verdicts) + "\n" + matrix(verdicts);
        String text = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : FRAME + BEGIN + END;
        String actual = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + generated
                + text.substring(text.indexOf(END));
        assumeTrue(!generated.contains(NOT_RUN), "docs/conformance.md is not compared: not every test for it was run");
        if (Boolean.getBoolean("update.expected")) {
            Files.writeString(DOCUMENT, actual);
        }
        assumeTrue(!generated.contains(Verdict.Outcome.SKIPPED.toString()),
                "docs/conformance.md is not compared: a test for it was skipped");
        assertEquals(Files.readString(DOCUMENT), actual);
    }

    // ---- items

    private static String items(List<Verdict> verdicts) throws IOException {
        StringBuilder text = new StringBuilder("## Items\n\n| Item | Subject | ").append(String.join(" | ", PROTOCOLS))
                .append(" | Remark | Tests |\n|---|---|---|---|---|---|---|\n");
        for (String line : Files.readAllLines(ROOT.resolve("docs/spec/conformance-items.md"))) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                text.append(item(item.group(1), item.group(2), verdicts));
            }
        }
        return text.toString();
    }

    private static String item(String number, String subject, List<Verdict> all) {
        List<Verdict> verdicts = all.stream().filter(verdict -> verdict.item().equals(number)).toList();
        String outcomes = PROTOCOLS.stream()
                .map(protocol -> outcome(number, verdicts, verdict -> verdict.shownFor().startsWith(protocol)))
                .collect(Collectors.joining(" | "));
        String remark = Stream.of(REMARKS, MISSING).map(map -> map.getOrDefault(number, ""))
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining("; "));
        return "| " + number + " | " + subject + " | " + outcomes + " | " + remark + " | " + tests(verdicts) + " |\n";
    }

    private static String outcome(String number, List<Verdict> verdicts, Predicate<Verdict> wanted) {
        if (verdicts.isEmpty()) {
            return NOT_RUN;
        }
        String worst = verdicts.stream().filter(wanted).map(Verdict::outcome).max(Enum::compareTo)
                .map(Verdict.Outcome::toString).orElse("-");
        return worst.equals("pass") && MISSING.containsKey(number) ? "pass in part" : worst;
    }

    private static String tests(List<Verdict> verdicts) {
        Map<String, List<String>> byClass = verdicts.stream().collect(Collectors.groupingBy(Verdict::testClass,
                TreeMap::new, Collectors.mapping(Verdict::test, Collectors.toList())));
        return byClass.entrySet().stream().map(tests -> tests.getKey() + ": "
                + tests.getValue().stream().distinct().sorted().collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    // ---- the matrix

    private static String matrix(List<Verdict> verdicts) {
        List<String> pairs = Matrix.pairs();
        StringBuilder text = new StringBuilder("""
                ## The lab matrix

                Two nodes on one segment; the first has the higher priority. In each cell they go through an election, a
                crash of the first, its return, a cut and healing of the network between them, and an orderly stop.

                """);
        text.append("| | ").append(String.join(" | ", pairs)).append(" | Remark |\n|---|")
                .append("---|".repeat(pairs.size() + 1)).append('\n');
        for (Dialect dialect : Dialect.combinations()) {
            text.append("| ").append(dialect);
            for (String pair : pairs) {
                text.append(" | ").append(cell(dialect, pair, verdicts));
            }
            text.append(" | ").append(dialect.impossible().or(dialect::impossibleForFrr).orElse("")).append(" |\n");
        }
        return text.append('\n').toString();
    }

    private static String cell(Dialect dialect, String pair, List<Verdict> verdicts) {
        String name = dialect + ": " + pair;
        if (Matrix.all().stream().noneMatch(cell -> cell.toString().equals(name))) {
            return "-";
        }
        return verdicts.stream().filter(verdict -> verdict.shownFor().equals(name)).map(Verdict::outcome)
                .max(Enum::compareTo).map(Verdict.Outcome::toString).orElse(NOT_RUN);
    }
}
