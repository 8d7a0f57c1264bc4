package io.holdfast.config.text;

/// Walks over the lines of a snapshot with one line of lookahead.
public final class Lines {
    private static final Line END = new Line(-1, "", 0);

    private final Snapshot snapshot;
    private int next;
    private Line ahead = END;

    public Lines(Snapshot snapshot) {
        this.snapshot = snapshot;
        next = snapshot.pieceFrom(1);
        fill();
    }

    public boolean hasNext() {
        return ahead.record() >= 0;
    }

    /// The line that [#next] will return; empty text at the end.
    public Line peek() {
        return ahead;
    }

    public Line next() {
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
    public boolean skipUnit() {
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
