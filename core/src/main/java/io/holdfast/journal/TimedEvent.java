package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import java.util.ArrayList;
import java.util.List;

/// An event with the time people had.
///
/// @param offset nanoseconds by which the wall clock was ahead of the monotonic one; 0 if the journal does not say
public record TimedEvent(JournalEvent event, long offset) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /// Each process that begins says what time it is, and so does a clock that is set. Events whose beginning the ring
    /// has lost go by what comes after them.
    ///
    /// @param latest what is true now
    static List<TimedEvent> timed(List<JournalEvent> events, long latest) {
        List<TimedEvent> timed = new ArrayList<>(events.size());
        long offset = latest;
        for (JournalEvent event : events) {
            if (isMark(event)) {
                offset = offsetAt(event);
                break;
            }
        }
        for (JournalEvent event : events) {
            offset = isMark(event) ? offsetAt(event) : offset;
            timed.add(new TimedEvent(event, offset));
        }
        return timed;
    }

    private static boolean isMark(JournalEvent event) {
        return event instanceof JournalEvent.Started || event instanceof JournalEvent.ClockSet;
    }

    private static long offsetAt(JournalEvent event) {
        long wallMillis = event instanceof JournalEvent.Started started ? started.wallMillis()
                : ((JournalEvent.ClockSet) event).wallMillis();
        return wallMillis * NANOS_PER_MILLI - event.at().nanos();
    }

    /// Milliseconds since 1970.
    public long wallMillis() {
        return wallMillis(event.at());
    }

    /// The same for another moment that the event tells of.
    public long wallMillis(MonoTime time) {
        return (time.nanos() + offset) / NANOS_PER_MILLI;
    }
}
