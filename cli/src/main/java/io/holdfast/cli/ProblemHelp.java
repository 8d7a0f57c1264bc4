package io.holdfast.cli;

import io.holdfast.checkers.CheckKinds;
import io.holdfast.config.ConfigParser;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.table.Suggestions;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `holdfast help CODE` shows: the explanation, and what is said about its example.
record ProblemHelp(Problem problem, String explanation, Optional<String> example, List<Finding> findings) {
    private static final String FILE = "example.conf";

    static ProblemHelp of(Problem problem) {
        Optional<Explanation> written = Explanation.of(problem);
        Optional<String> example = written.flatMap(Explanation::example);
        return new ProblemHelp(problem, written.map(Explanation::text).orElse(problem.title() + "."), example,
                example.map(text -> findings(problem, text)).orElse(List.of()));
    }

    /// Whether somebody who wrote this meant a code rather than a command.
    static boolean looksLikeCode(String word) {
        return word.matches("(?i)\\[?(HF)?\\d.*");
    }

    /// What to say if there is none like it.
    static String unknown(String code) {
        List<String> codes = new ArrayList<>();
        for (Problem problem : Problem.values()) {
            codes.add(problem.code());
        }
        String near = Suggestions.nearest(codes, code);
        return "no code " + code + ", " + (near.isEmpty() ? "codes are like " + Problem.UNKNOWN_KEYWORD.code()
                : "did you mean " + near + "?");
    }

    /// What a test of the file says about this kind of problem; what else it may say is beside the point.
    private static List<Finding> findings(Problem problem, String text) {
        List<Finding> findings = findings(text);
        findings.removeIf(finding -> finding.problem() != problem);
        return findings;
    }

    /// All that a test of the file says, apart from any machine.
    static List<Finding> findings(String text) {
        Reading reading = ConfigReader.read(new MemorySource(Map.of(FILE, text)), FILE, ReaderOptions.of("main"));
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(ConfigParser.parse(reading.snapshot(), Host.offline(), () -> CheckKinds.ALL).findings());
        return findings;
    }

    String text() {
        StringBuilder text = new StringBuilder(problem.code()).append(", ").append(problem.severity().label())
                .append(": ").append(problem.title()).append("\n\n").append(explanation);
        if (example.isPresent()) {
            text.append("\n\nExample:\n\n").append(example.get().indent(4)).append('\n');
            for (Finding finding : findings) {
                text.append(finding.text()).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    Json json() {
        Json json = Json.object().put("code", problem.code()).put("severity", problem.severity().label())
                .put("title", problem.title()).put("explanation", explanation);
        if (example.isPresent()) {
            json.put("example", example.get())
                    .put("findings", Json.list(findings.stream().map(finding -> Json.of(finding.json())).toList()));
        }
        return json;
    }
}
