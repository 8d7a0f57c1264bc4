package io.holdfast.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal for people and tools. Reads a copy, or the live file of another process: what is being written at that
/// moment is left out.
///
/// @param header    who wrote it
/// @param instances where those stand that are master or backup, or could be
/// @param events    what happened, the oldest first
/// @param wallClock nanoseconds the wall clock is ahead of the monotonic one now; 0 if the writer did not say
/// @param next      where the next event will be; with it [#after] finds what was new since
public record JournalReader(Header header, List<InstanceRecord> instances, List<JournalEvent> events, long wallClock,
        long next) {

    /// @param bytes position and limit do not matter
    /// @return empty if it is no journal, or one of another format
    public static Optional<JournalReader> read(ByteBuffer bytes) {
        return after(bytes, 0);
    }

    /// The same without the events before a position.
    ///
    /// @param next of an earlier reading
    public static Optional<JournalReader> after(ByteBuffer bytes, long next) {
        ByteBuffer view = Layout.view(bytes);
        Optional<Header> header = Header.read(view);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<InstanceRecord> instances = new ArrayList<>();
        for (int i = 0; i < Layout.slotCount(view); i++) {
            if (Slot.isValid(i, view)) {
                instances.add(Slot.read(i, view));
            }
        }
        EventRing ring = new EventRing(view);
        long head = ring.head();
        return Optional.of(new JournalReader(header.get(), instances, ring.read(next),
                view.getLong(Layout.AT_WALL_CLOCK), head));
    }

    /// The events in people's time.
    public List<TimedEvent> timed() {
        return TimedEvent.timed(events, wallClock);
    }

    /// Why [#read] gives nothing, for people.
    public static String refusal(ByteBuffer bytes) {
        ByteBuffer view = Layout.view(bytes);
        if (view.capacity() < Layout.SLOTS || view.getLong(Layout.AT_MAGIC) != Layout.MAGIC) {
            return "is no journal";
        }
        int format = view.getInt(Layout.AT_FORMAT);
        return format == Layout.FORMAT ? "is a damaged journal" : "is a journal of format " + format
                + ", and this release reads format " + Layout.FORMAT;
    }
}
