package io.holdfast.checkers.differ;

import io.holdfast.checkers.CheckKinds;
import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.finding.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Both verdicts on one file, and in what they differ.
///
/// keepalived gives the line of what it does not understand, and the name of the object in what it finds in validation;
/// our findings all have a line. So a line has to be complained of by both, and for a finding of validation it is
/// enough that keepalived names the object around it.
final class Comparison {
    private static final Pattern POSITION = Pattern.compile("^\\((?:[^:]*: )?Line (\\d+)\\)(.*)$");
    private static final Pattern NAME = Pattern.compile("\\bN[1-4]\\b");
    private static final Pattern HEADER = Pattern.compile(
            "^\\s*(?:@\\S+\\s+)?(?:vrrp_|bfd_|track_|virtual_server)[a-z_]*\\s+(?:group\\s+)?(N[1-4])\\b.*");
    private static final Pattern MISSING_WORD = Pattern.compile("\\*\\*\\* Configuration line starting");

    private static final NamespaceHost HOST = new NamespaceHost();

    private final List<String> lines;
    private final Reference.Answer answer;
    private final List<Finding> all;
    private final List<Finding> findings;
    private final List<Oddity> oddities = new ArrayList<>();

    Comparison(List<String> lines, Reference.Answer answer) {
        this.lines = lines;
        this.answer = answer;
        Parsed parsed = Parsed.text(String.join("\n", lines) + "\n", HOST,
                () -> CheckKinds.ALL);
        all = parsed.findings();
        findings = all.stream().filter(f -> f.problem().verdict() != Verdict.NONE).toList();
        compare();
    }

    List<String> lines() {
        return lines;
    }

    List<Oddity> oddities() {
        return oddities;
    }

    /// Whether we refuse the object around a line, or leave it out.
    boolean isLeftOut(int line) {
        String name = nameAround(line);
        return findings.stream().anyMatch(finding -> isOfValidation(finding) && nameAround(finding.line()).equals(name)
                && (finding.severity() == Severity.REFUSE || finding.consequence().contains("left out")));
    }

    /// Whether we say this of the file, if only as a note.
    boolean finds(Problem problem) {
        return all.stream().anyMatch(finding -> finding.problem() == problem);
    }

    /// Whether keepalived gives up where we find one of these.
    boolean stopsWhere(Set<Problem> problems) {
        return complaints().stream().filter(complaint -> MISSING_WORD.matcher(complaint.message()).find()).anyMatch(
                stop -> findings.stream().anyMatch(f -> problems.contains(f.problem()) && agrees(f, stop)));
    }

    boolean says(String message) {
        return all.stream().anyMatch(finding -> finding.message().contains(message));
    }

    /// Whether a line is in a block of the top level that this keyword begins.
    boolean isIn(int line, String keyword) {
        for (int i = line; i > 0; i--) {
            String text = lines.get(i - 1);
            if (!text.isBlank() && text.charAt(0) != ' ' && text.charAt(0) != '}' && text.charAt(0) != '{') {
                return text.startsWith(keyword);
            }
        }
        return false;
    }

    List<Finding> findings() {
        return findings;
    }

    Reference.Answer answer() {
        return answer;
    }

    /// What keepalived says of a line or, without a line, of an object; repetitions of its passes once.
    private record Complaint(int line, Set<String> names, String message) {}

    private void compare() {
        List<Complaint> complaints = complaints();
        int stop = complaints.stream().filter(c -> MISSING_WORD.matcher(c.message()).find()).mapToInt(Complaint::line)
                .findFirst().orElse(Integer.MAX_VALUE);
        for (Complaint complaint : complaints) {
            if (findings.stream().noneMatch(finding -> agrees(finding, complaint))) {
                add(Oddity.Kind.MISSED, complaint.line(), complaint.message());
            }
        }
        // Some of it comes while reading and is there; what is not may have been cut off.
        boolean stopsBeforeValidation = stop < Integer.MAX_VALUE
                || answer.output().contains("Non-existent interface specified")
                || answer.output().contains("Unknown interface!")
                || answer.output().contains("at least one is required");
        boolean stopsInValidation = findings.stream().anyMatch(f -> isOfValidation(f)
                && f.severity() == Severity.REFUSE && complaints.stream().anyMatch(c -> agrees(f, c)));
        for (Finding finding : findings) {
            boolean unseen = stop < Integer.MAX_VALUE || (isOfValidation(finding)
                    && (stopsBeforeValidation || stopsInValidation));
            if (!unseen && complaints.stream().noneMatch(complaint -> agrees(finding, complaint))) {
                add(Oddity.Kind.SURPLUS, finding.line(), finding.problem().code() + " " + finding.message());
            }
        }
        int exit = Verdict.testExit(findings);
        if (exit != answer.exit()) {
            add(Oddity.Kind.EXIT, 0, "keepalived exits " + answer.exit() + ", we exit " + exit);
        }
    }

    private void add(Oddity.Kind kind, int line, String message) {
        String text = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        Oddity oddity = new Oddity(kind, line, text, message);
        if (!oddities.contains(oddity)) {
            oddities.add(oddity);
        }
    }

    private boolean agrees(Finding finding, Complaint complaint) {
        if (complaint.line() == 0) {
            return finding.problem() == Problem.MISSING_CLOSE ? complaint.message().contains("missing '}'s")
                    : isOfValidation(finding) && (complaint.names().isEmpty()
                            || complaint.names().contains(nameAround(finding.line())));
        }
        // keepalived gives the line on which it noticed: the first of a block's content, or its end.
        return complaint.line() == finding.line()
                || (finding.problem() == Problem.MISSING_OPEN && complaint.line() == finding.line() + 1)
                || (isOfValidation(finding) && isInBlockEndingAt(complaint.line(), finding.line()));
    }

    private boolean isInBlockEndingAt(int end, int line) {
        if (end > lines.size() || !lines.get(end - 1).strip().matches("(@\\S+ )?}.*")) {
            return false;
        }
        int depth = 0;
        int begin = end;
        do {
            String text = lines.get(begin - 1).replaceFirst("[#!].*", "").replaceFirst("^\\s*@\\S+ ", "").strip();
            depth += text.startsWith("}") ? 1 : text.endsWith("{") ? -1 : 0;
            begin--;
        } while (depth > 0 && begin > 0);
        return line > begin - 1 && line <= end;
    }

    private static boolean isOfValidation(Finding finding) {
        return finding.problem().code().compareTo("HF0200") > 0;
    }

    private String nameAround(int line) {
        for (int i = Math.min(line, lines.size()); i > 0; i--) {
            Matcher header = HEADER.matcher(lines.get(i - 1));
            if (header.matches()) {
                return header.group(1);
            }
        }
        return "";
    }

    private List<Complaint> complaints() {
        Set<String> seen = new HashSet<>();
        List<Complaint> complaints = new ArrayList<>();
        for (String text : answer.output().split("\n", -1)) {
            Matcher position = POSITION.matcher(text);
            int line = position.matches() ? Integer.parseInt(position.group(1)) : 0;
            String message = line > 0 ? position.group(2).strip() : text.strip();
            if (!message.isEmpty() && seen.add(line + message)) {
                Set<String> names = new HashSet<>();
                NAME.matcher(message).results().forEach(result -> names.add(result.group()));
                complaints.add(new Complaint(line, names, message));
            }
        }
        return complaints;
    }

    String report() {
        StringBuilder report = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            report.append(String.format("%4d  %s%n", i + 1, lines.get(i)));
        }
        report.append("--- keepalived exits ").append(answer.exit()).append('\n').append(answer.output());
        report.append("--- we exit ").append(Verdict.testExit(findings)).append('\n');
        findings.forEach(finding -> report.append(finding.text()).append('\n'));
        report.append("--- differences\n");
        oddities.forEach(oddity -> report.append(oddity).append('\n'));
        return report.toString();
    }
}
