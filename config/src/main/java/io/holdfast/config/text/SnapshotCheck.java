package io.holdfast.config.text;

import java.util.BitSet;

/// Whether bytes are a snapshot: every record whole, every offset that of an earlier record of the right kind, so that
/// nothing that reads them can fail or go round in circles.
final class SnapshotCheck {
    private final Snapshot snapshot;
    private final BitSet records = new BitSet();

    SnapshotCheck(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    void verify() {
        require(snapshot.size() > 0 && snapshot.tag(0) == Snapshot.FORMAT);
        for (int at = 1; at < snapshot.size(); at = snapshot.next(at)) {
            record(at);
            records.set(at);
            require(snapshot.next(at) <= snapshot.size());
        }
        // Throws if one of them is none.
        snapshot.facts();
    }

    private void record(int at) {
        switch (snapshot.tag(at)) {
            case Snapshot.FILE -> {
                reference(at + 1, at, Snapshot.LINE, true);
                reference(at + 5, at, Snapshot.STEP, true);
            }
            case Snapshot.LINE -> reference(at + 1, at, Snapshot.FILE, false);
            case Snapshot.DEFINITION -> reference(at + 1, at, Snapshot.LINE, false);
            case Snapshot.STEP -> {
                reference(at + 1, at, Snapshot.STEP, true);
                reference(at + 7, at, Snapshot.DEFINITION, false);
            }
            case Snapshot.PIECE, Snapshot.ROW, Snapshot.EXPANDED -> {
                reference(at + 1, at, Snapshot.LINE, false);
                Line line = snapshot.line(at);
                if (snapshot.tag(at) != Snapshot.PIECE) {
                    marks(at, line);
                }
            }
            default -> require(snapshot.tag(at) == Snapshot.HIDDEN || snapshot.tag(at) == Snapshot.FACT);
        }
    }

    private void marks(int at, Line line) {
        int last = Snapshot.NONE;
        for (Mark mark : snapshot.marks(at)) {
            require(mark.from() > last && mark.from() <= line.text().length() && (last >= 0 || mark.from() == 0));
            last = mark.from();
            require(mark.trail() == Snapshot.NONE || isAt(mark.trail(), at, Snapshot.STEP));
        }
        require(last >= 0);
    }

    private void reference(int field, int at, byte tag, boolean optional) {
        int offset = snapshot.u32(field);
        require((optional && offset == Snapshot.NONE) || isAt(offset, at, tag));
    }

    private boolean isAt(int offset, int before, byte tag) {
        return offset > 0 && offset < before && records.get(offset) && snapshot.tag(offset) == tag;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not a configuration snapshot");
        }
    }
}
