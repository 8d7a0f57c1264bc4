package io.holdfast.config;

/// Walks over the lines of a snapshot with one line of lookahead.
final class Lines {
    private static final Line END = new Line(-1, "", 0, false);

    private final Snapshot snapshot;
    private int next;
    private Line ahead = END;

    Lines(Snapshot snapshot) {
        this.snapshot = snapshot;
        next = snapshot.pieceFrom(0);
        fill();
    }

    boolean hasNext() {
        return ahead.record() >= 0;
    }

    /// The line that [#next] will return; empty text at the end.
    Line peek() {
        return ahead;
    }

    Line next() {
        Line line = ahead;
        fill();
        return line;
    }

    private void fill() {
        if (next < 0) {
            ahead = END;
        } else {
            ahead = snapshot.line(next);
            next = snapshot.pieceFrom(snapshot.next(next));
        }
    }

    /// Skips a unit: from the `{` ahead to its `}`, without looking at what is in between. False if the `}` is missing.
    boolean skipUnit() {
        int depth = 0;
        while (hasNext()) {
            Line line = next();
            if (line.opens()) {
                depth++;
            } else if (line.closes() && --depth <= 0) {
                return true;
            }
        }
        return false;
    }
}
