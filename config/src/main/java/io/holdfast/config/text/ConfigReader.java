package io.holdfast.config.text;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Source;
import java.util.Optional;

/// Reads a configuration file and all it includes into a [Snapshot], as section 7 has it:
///
/// ```
///  OpenFiles --PhysicalLine--> ConfigReader --TracedText--> Expander --pieces--> SnapshotWriter
///      ^                       comments, limits             conditions, definitions, sequences,
///      '----------- files to include -----------------------'  substitution, braces
/// ```
///
/// Everything is bounded ([Budget]): the line, the depth of includes and of values, the number of files, the bytes in
/// all, and what expansion makes of them. Never throws, whatever the files contain.
public final class ConfigReader {
    /// Bytes of text a line may have (2).
    static final int MAX_LINE = 1022;

    private final SnapshotWriter snapshot = new SnapshotWriter();
    private final Notices notices = new Notices(snapshot);
    private final Budget budget;
    private final OpenFiles files;
    private final Expander expander;

    private ConfigReader(Source source, ReaderOptions options, int maxTotal) {
        budget = new Budget(snapshot, notices, maxTotal);
        files = new OpenFiles(source, snapshot, notices, budget,
                options.allIncludes() ? IncludeCheck.ALL : IncludeCheck.NONE);
        Predefined predefined = new Predefined(options, files, notices);
        expander = new Expander(source, files, new Scope(predefined, snapshot, notices, budget), options.configId());
    }

    /// Reads the main file, whose name may be a pattern.
    public static Reading read(Source source, String path, ReaderOptions options) {
        return read(source, path, options, Budget.MAX_TOTAL);
    }

    /// The same with another limit of the bytes of all files, to which the other limits are in proportion.
    public static Reading read(Source source, String path, ReaderOptions options, int maxTotal) {
        ConfigReader reader = new ConfigReader(source, options, maxTotal);
        MainFile main = new MainFile(path);
        reader.files.open(main.paths(source, reader.notices), main);
        reader.lines();
        // What was read until then means nothing, and would take its time to say so.
        Snapshot snapshot = reader.budget.isExhausted() ? new SnapshotWriter().finish() : reader.snapshot.finish();
        return new Reading(snapshot, reader.notices.list());
    }

    private void lines() {
        Optional<PhysicalLine> line = files.next();
        while (line.isPresent()) {
            line(line.get());
            line = files.next();
        }
        expander.endDefinition();
    }

    private void line(PhysicalLine line) {
        TracedText text = TracedText.physical(line);
        if (!isReadable(text)) {
            return;
        }
        int unclosed = Quotes.unclosed(text.text());
        if (unclosed >= 0) {
            notices.add(notices.at(Problem.UNBALANCED_QUOTE, text, unclosed, 1, "this double quote is never closed")
                    .so("what follows it is left out"));
        }
        int from = text.skipBlanks(0);
        if (from < text.length() || expander.isDefining()) {
            expander.expand(text, from);
        }
    }

    private boolean isReadable(TracedText text) {
        String line = text.line().text();
        int nul = line.indexOf('\0');
        if (line.length() > MAX_LINE) {
            notices.add(notices.at(Problem.LINE_TOO_LONG, text, 0, 1,
                    "the line has " + line.length() + " bytes, more than the " + MAX_LINE + " that are read")
                    .so("the whole line is left out"));
        } else if (nul >= 0) {
            notices.add(notices.at(Problem.NUL_BYTE, text, nul, 1, "the line contains a NUL byte")
                    .so("the whole line is left out").hinting("is the file saved as UTF-16? It has to be UTF-8"));
        }
        return line.length() <= MAX_LINE && nul < 0;
    }
}
