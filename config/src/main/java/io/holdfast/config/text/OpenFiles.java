package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Secrets;
import io.holdfast.config.host.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The files being read, each within the one that includes it (3). The last one opened gives the next line, is the
/// directory that relative names start from, and has a level of `include_check` of its own.
final class OpenFiles {
    static final int MAX_DEPTH = 32;
    /// U+FEFF in UTF-8, one character per byte.
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Source source;
    private final SnapshotWriter snapshot;
    private final Notices notices;
    private final Budget budget;
    private final Deque<Batch> open = new ArrayDeque<>();
    /// The file of the line being expanded and those that include it, outermost first.
    private List<String> reading = List.of();
    private IncludeCheck check;

    OpenFiles(Source source, SnapshotWriter snapshot, Notices notices, Budget budget, IncludeCheck check) {
        this.source = source;
        this.snapshot = snapshot;
        this.notices = notices;
        this.budget = budget;
        this.check = check;
    }

    IncludeCheck check() {
        return check;
    }

    void setCheck(IncludeCheck level) {
        check = level;
    }

    /// Opens the first of these files; the others follow when it ends.
    void open(List<String> paths, Including by) {
        Batch batch = new Batch(paths, by, reading, check);
        open.push(batch);
        batch.openNext();
    }

    /// The next line of the innermost file; empty when all are read.
    Optional<PhysicalLine> next() {
        while (!open.isEmpty() && !budget.isExhausted()) {
            Batch batch = open.peek();
            if (batch.hasLine()) {
                reading = batch.within;
                return Optional.of(batch.line());
            }
            check = batch.check;
            if (!batch.openNext()) {
                open.pop();
            }
        }
        return Optional.empty();
    }

    /// What a relative path is relative to: empty, or ending in a slash.
    String directory() {
        String path = path();
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /// The directory as `${_PWD}` gives it.
    String directoryName() {
        return source.directory(path());
    }

    private String path() {
        return open.isEmpty() ? "" : open.peek().path;
    }

    /// The files that one include names, read one after the other.
    private final class Batch {
        private final List<String> paths;
        private final Including by;
        private final List<String> around;
        private final IncludeCheck check;
        private int opened;
        private List<String> within;
        private String path = path();
        private String text = "";
        private int record;
        private int at;
        private int number;

        Batch(List<String> paths, Including by, List<String> around, IncludeCheck check) {
            this.paths = paths;
            this.by = by;
            this.around = around;
            this.check = check;
            within = around;
        }

        /// @return false if there is none left that can be read
        boolean openNext() {
            while (opened < paths.size() && !budget.isExhausted()) {
                if (open(paths.get(opened++))) {
                    return true;
                }
            }
            return false;
        }

        private boolean open(String next) {
            if (around.contains(next) || around.size() >= MAX_DEPTH) {
                notices.add(by.loops(around.contains(next) ? Secrets.masked(next) + " is being read already"
                        : "includes are nested more than " + MAX_DEPTH + " deep"));
                return false;
            }
            Source.Content content = source.read(next, budget.bytesLeft());
            if (content instanceof Source.Content.Text(var contents)) {
                if (budget.takeFile(contents.length())) {
                    begin(next, contents);
                    return true;
                }
                budget.exhaust(by.tooMuch());
            } else if (content instanceof Source.Content.TooLarge) {
                budget.exhaust(by.tooMuch());
            } else {
                notices.add(by.failed(next, content));
            }
            return false;
        }

        private void begin(String next, String contents) {
            path = next;
            text = contents;
            within = new ArrayList<>(around);
            within.add(next);
            record = snapshot.file(by.line(), by.trail(), next.length() > SnapshotWriter.MAX_TEXT ? "?" : next);
            number = 0;
            at = byteOrderMark();
        }

        /// keepalived takes the mark for part of the first word; nobody can mean that, or see it.
        private int byteOrderMark() {
            if (!text.startsWith(BYTE_ORDER_MARK)) {
                return 0;
            }
            notices.add(Finding.at(Problem.BYTE_ORDER_MARK, Origin.of(path), "the file starts with a byte order mark"
                    + " (U+FEFF), which keepalived takes for a part of the first word")
                    .so("it is skipped").hinting("save the file as UTF-8 without byte order mark"));
            return BYTE_ORDER_MARK.length();
        }

        boolean hasLine() {
            return at < text.length();
        }

        PhysicalLine line() {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            int stop = end;
            while (stop > at && text.charAt(stop - 1) == '\r') {
                stop--;
            }
            PhysicalLine line = new PhysicalLine(record, ++number, text.substring(at, stop));
            at = end + 1;
            return line;
        }
    }
}
