package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Findings;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Secrets;
import io.holdfast.config.host.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// Reads a configuration file and all it includes into a [Snapshot]: steps 1, 3, 7 and 8 of section 7. Conditions are
/// evaluated here; parameters, sequences and lists (steps 4 to 6) are recognised and refused by [Expansion].
///
/// Everything is bounded: the line, the depth of includes, the number of files and the bytes in all.
public final class ConfigReader {
    /// Bytes of text a line may have (2).
    static final int MAX_LINE = 1022;
    /// Bytes of all files together: room for 200,000 instances.
    static final int MAX_TOTAL = 32 << 20;
    /// Bytes of the snapshot, which nothing but braces makes nine times as large as its files.
    static final int MAX_SNAPSHOT = 64 << 20;
    static final int MAX_DEPTH = 32;
    static final int MAX_FILES = 10_000;
    /// U+FEFF in UTF-8, one character per byte.
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Source source;
    private final ReaderOptions options;
    private final SnapshotWriter snapshot = new SnapshotWriter();
    private final Findings findings = new Findings();
    private final Deque<String> open = new ArrayDeque<>();
    private IncludeCheck check;
    private int bytesLeft;
    private int filesLeft = MAX_FILES;
    private boolean exhausted;

    private ConfigReader(Source source, ReaderOptions options, int maxTotal) {
        this.source = source;
        this.options = options;
        check = options.allIncludes() ? IncludeCheck.ALL : IncludeCheck.NONE;
        bytesLeft = maxTotal;
    }

    /// Reads the main file, whose name may be a pattern. Never throws, whatever the files contain.
    public static Reading read(Source source, String path, ReaderOptions options) {
        return read(source, path, options, MAX_TOTAL);
    }

    public static Reading read(Source source, String path, ReaderOptions options, int maxTotal) {
        ConfigReader reader = new ConfigReader(source, options, maxTotal);
        reader.main(path);
        return new Reading(reader.snapshot.finish(), reader.findings.list());
    }

    private void main(String path) {
        Source.Content content = source.read(path, bytesLeft);
        if (content instanceof Source.Content.Text text) {
            text(path, text.text());
            return;
        }
        List<String> matches = Glob.isWild(path) ? Glob.matches(source, path) : List.of();
        if (matches.isEmpty()) {
            noMainFile(path, content);
        }
        if (matches.size() > 1) {
            findings.add(Finding.at(Problem.SEVERAL_MAIN_FILES, Origin.of(path), matches.size() + " files match")
                    .so("they are read one after the other, as if one included them"));
        }
        for (String match : matches) {
            Source.Content one = source.read(match, bytesLeft);
            if (one instanceof Source.Content.Text text) {
                text(match, text.text());
            } else {
                noMainFile(match, one);
            }
        }
    }

    private void noMainFile(String path, Source.Content content) {
        String why = content instanceof Source.Content.Unusable unusable ? unusable.reason()
                : content instanceof Source.Content.TooLarge ? "it has more than " + MAX_TOTAL + " bytes"
                        : "no such file";
        findings.add(Finding.at(Problem.NO_MAIN_FILE, Origin.of(path), "cannot read the configuration: " + why)
                .so("there is nothing to run"));
    }

    /// Reads the lines of one file; the level of `include_check` is the file's own (3).
    private void text(String path, String text) {
        IncludeCheck before = check;
        open.push(path);
        bytesLeft -= text.length();
        int file = snapshot.file(path.length() > SnapshotWriter.MAX_TEXT ? "?" : path);
        int start = byteOrderMark(path, text);
        int number = 0;
        while (start < text.length() && !exhausted) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            line(new PhysicalLine(file, path, ++number, withoutReturns(text, start, end)));
            start = end + 1;
        }
        open.pop();
        check = before;
    }

    /// keepalived takes the mark for part of the first word; nobody can mean that, or see it.
    private int byteOrderMark(String path, String text) {
        if (!text.startsWith(BYTE_ORDER_MARK)) {
            return 0;
        }
        findings.add(Finding.at(Problem.BYTE_ORDER_MARK, Origin.of(path),
                "the file starts with a byte order mark (U+FEFF), which keepalived takes for a part of the first word")
                .so("it is skipped").hinting("save the file as UTF-8 without byte order mark"));
        return BYTE_ORDER_MARK.length();
    }

    private static String withoutReturns(String file, int start, int end) {
        int stop = end;
        while (stop > start && file.charAt(stop - 1) == '\r') {
            stop--;
        }
        return file.substring(start, stop);
    }

    private void line(PhysicalLine at) {
        String text = at.text();
        if (text.length() > MAX_LINE) {
            findings.add(at.finding(Problem.LINE_TOO_LONG, 0, 1,
                    "the line has " + text.length() + " bytes, more than the " + MAX_LINE + " that are read")
                    .so("the whole line is left out"));
            return;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            findings.add(at.finding(Problem.NUL_BYTE, nul, 1, "the line contains a NUL byte")
                    .so("the whole line is left out").hinting("is the file saved as UTF-16? It has to be UTF-8"));
            return;
        }
        LineText line = LineText.of(text);
        if (!line.balanced()) {
            int end = line.exact() ? line.to() : text.length();
            findings.add(at.finding(Problem.UNBALANCED_QUOTE, text.lastIndexOf('"', end), 1,
                    "this double quote is never closed").so("what follows it is left out"));
        }
        pieces(at, line);
    }

    /// Steps 3 to 8 for a line and for each rest of it behind a brace.
    private void pieces(PhysicalLine at, LineText line) {
        int from = line.from();
        while (from < line.to() && !exhausted) {
            from = condition(line, from);
            if (from == line.to() || Expansion.refuses(at, line, from, findings)) {
                return;
            }
            int include = IncludeCheck.spelling(line.text(), from, line.to());
            if (include > 0) {
                include(at, line, from, include);
                return;
            }
            int brace = line.brace(from);
            int end = brace == from ? from + 1 : brace;
            piece(at, line, from, end);
            from = line.skipBlanks(end);
        }
    }

    /// `@ID rest`, `@^ID rest` (4): where the rest begins, or the end if the line does not count.
    private int condition(LineText line, int from) {
        if (line.text().charAt(from) != '@') {
            return from;
        }
        int end = line.wordEnd(from);
        boolean negated = from + 1 < end && line.text().charAt(from + 1) == '^';
        String id = line.text().substring(from + (negated ? 2 : 1), end);
        boolean holds = id.equals(options.configId()) != negated;
        return holds ? line.skipBlanks(end) : line.to();
    }

    private void piece(PhysicalLine at, LineText line, int from, int end) {
        int to = end;
        while (to > from && Blanks.isBlank(line.text().charAt(to - 1))) {
            to--;
        }
        if (snapshot.size() > MAX_SNAPSHOT) {
            exhausted = true;
            findings.add(at.finding(Problem.TOO_MUCH_TEXT, 0, 1, "the configuration has too many lines and braces")
                    .so("reading stops here"));
            return;
        }
        int record = at.record(snapshot);
        if (line.exact()) {
            snapshot.piece(record, from, to - from);
        } else {
            snapshot.expanded(record, Math.min(from, at.text().length()), line.text().substring(from, to));
        }
        if (line.text().startsWith("include_check", from)) {
            List<Word> words = new Line(0, line.text().substring(from, to), 0, false).words();
            check = words.get(0).text().equals("include_check") ? check.after(words) : check;
        }
    }

    private void include(PhysicalLine at, LineText line, int from, int length) {
        IncludeCheck flags = check.or(IncludeCheck.ofSpelling(line.text(), from, length));
        int start = line.skipBlanks(from + length);
        String pattern = line.text().substring(start, line.to());
        var include = new Include(at, line.exact() ? start : 0, pattern, flags);
        List<String> paths = paths(include);
        for (String path : paths) {
            if (exhausted) {
                return;
            }
            includeFile(include, path);
        }
    }

    /// An include line being carried out.
    private record Include(PhysicalLine at, int column, String pattern, IncludeCheck flags) {
        Finding failed(int flag, String message) {
            boolean fatal = flags.has(flag);
            Finding finding = finding(fatal ? Problem.INCLUDE_CHECK : Problem.INCLUDE_MISSED, message);
            return fatal ? finding.so("this include has to succeed, so the configuration is refused")
                    : finding.so("reading continues without it");
        }

        Finding finding(Problem problem, String message) {
            return at.finding(problem, column, pattern.length(), message);
        }
    }

    private List<String> paths(Include include) {
        List<String> alternatives = Glob.alternatives(include.pattern());
        List<String> paths = new ArrayList<>();
        boolean complete = true;
        for (String alternative : alternatives) {
            String path = resolved(alternative);
            boolean absent = alternatives.size() > 1 && !Glob.isWild(path)
                    && source.read(path, 0) instanceof Source.Content.Missing;
            if (absent) {
                complete = false;
                findings.add(include.failed(IncludeCheck.BRACE, "there is no file " + Secrets.masked(path)));
            } else {
                paths.addAll(matches(include, path));
            }
        }
        Collections.sort(paths);
        return complete || !include.flags().has(IncludeCheck.BRACE) ? paths : List.of();
    }

    private String resolved(String pattern) {
        String current = open.isEmpty() ? "" : open.peek();
        return pattern.startsWith("/") ? pattern : current.substring(0, current.lastIndexOf('/') + 1) + pattern;
    }

    private List<String> matches(Include include, String path) {
        if (!Glob.isWild(path)) {
            return List.of(path);
        }
        List<String> matches = Glob.matches(source, path);
        if (matches.isEmpty()) {
            findings.add(include.failed(IncludeCheck.WILDCARD, "nothing matches " + Secrets.masked(path)));
        }
        return matches;
    }

    private void includeFile(Include include, String path) {
        if (open.contains(path) || open.size() >= MAX_DEPTH) {
            String message = open.contains(path) ? Secrets.masked(path) + " is being read already"
                    : "includes are nested more than " + MAX_DEPTH + " deep";
            findings.add(include.finding(Problem.INCLUDE_LOOP, message).so("it is not read again"));
            return;
        }
        Source.Content content = source.read(path, bytesLeft);
        if (--filesLeft < 0 || content instanceof Source.Content.TooLarge) {
            exhausted = true;
            findings.add(include.finding(Problem.TOO_MUCH_TEXT, "more than " + MAX_FILES + " files or " + MAX_TOTAL
                    + " bytes are included").so("reading stops here"));
        } else if (content instanceof Source.Content.Text text) {
            text(path, text.text());
        } else if (content instanceof Source.Content.Unusable unusable) {
            findings.add(include.failed(IncludeCheck.READ,
                    "cannot read " + Secrets.masked(path) + ": " + unusable.reason()));
        } else {
            findings.add(include.failed(IncludeCheck.MATCH, "there is no file " + Secrets.masked(path)));
        }
    }
}
