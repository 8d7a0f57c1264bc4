package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import java.util.ArrayDeque;
import java.util.List;

/// The lines of a long answer, given to a caller as fast as it reads and no faster.
final class LineFeed {
    private static final int AT_ONCE = 32;

    private final Caller caller;
    private final Runnable whenRead;
    private final ArrayDeque<JsonLine> lines = new ArrayDeque<>();
    private boolean feeding;

    /// @param whenRead what to do each time all lines are read
    LineFeed(Caller caller, Runnable whenRead) {
        this.caller = caller;
        this.whenRead = whenRead;
    }

    Caller caller() {
        return caller;
    }

    void add(List<JsonLine> more) {
        lines.addAll(more);
        if (!feeding) {
            feeding = true;
            caller.feed(this::goOn);
        }
    }

    /// Whether the caller has read everything so far.
    boolean isRead() {
        return !feeding;
    }

    private void goOn() {
        for (int i = 0; i < AT_ONCE && !lines.isEmpty(); i++) {
            caller.tell(lines.remove());
        }
        if (lines.isEmpty()) {
            feeding = false;
            whenRead.run();
        } else {
            caller.feed(this::goOn);
        }
    }
}
