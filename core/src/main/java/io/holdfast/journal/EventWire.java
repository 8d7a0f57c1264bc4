package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Events as bytes: a kind, the time, the rest. Texts carry their length, and are cut if they are longer than anything
/// we would say.
final class EventWire {
    private static final byte STARTED = 1;
    private static final byte RELOADED = 2;
    private static final byte STOPPED = 3;
    private static final byte CHANGED = 4;
    private static final byte RESUMED = 5;
    private static final byte REFUSED = 6;

    private static final int LONGEST_TEXT = 400;
    /// The kind, the time, numbers and at most five texts.
    static final int LONGEST = 64 + 5 * (LONGEST_TEXT + 2);

    private EventWire() {}

    /// Appends the event at the buffer's position. A chain of `instanceof`, cheap from the first time on: this is part
    /// of a failover.
    static void write(JournalEvent event, ByteBuffer out) {
        if (event instanceof JournalEvent.Changed changed) {
            head(out, CHANGED, changed).putInt(changed.priority());
            text(out, changed.instance());
            text(out, changed.state());
            text(out, changed.trigger());
            text(out, changed.evidence());
            text(out, changed.rule());
        } else if (event instanceof JournalEvent.Resumed resumed) {
            head(out, RESUMED, resumed).putInt(resumed.priority()).putLong(resumed.since().nanos());
            text(out, resumed.instance());
            text(out, resumed.evidence());
        } else if (event instanceof JournalEvent.Refused refused) {
            head(out, REFUSED, refused);
            text(out, refused.instance());
            text(out, refused.source());
            text(out, refused.reason());
        } else if (event instanceof JournalEvent.Started started) {
            head(out, STARTED, started).putLong(started.wallMillis()).putInt(started.pid())
                    .putInt(started.instances());
        } else if (event instanceof JournalEvent.Reloaded reloaded) {
            head(out, RELOADED, reloaded).putInt(reloaded.instances());
        } else if (event instanceof JournalEvent.Stopped stopped) {
            head(out, STOPPED, stopped);
        }
    }

    private static ByteBuffer head(ByteBuffer out, byte kind, JournalEvent event) {
        return out.put(kind).putLong(event.at().nanos());
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_TEXT);
        out.putShort((short) length).put(bytes, 0, length);
    }

    /// Reads the event at the buffer's position; empty if it is none that this release knows.
    static Optional<JournalEvent> read(ByteBuffer in) {
        try {
            byte kind = in.get();
            MonoTime at = new MonoTime(in.getLong());
            return switch (kind) {
                case STARTED -> Optional.of(new JournalEvent.Started(at, in.getLong(), in.getInt(), in.getInt()));
                case RELOADED -> Optional.of(new JournalEvent.Reloaded(at, in.getInt()));
                case STOPPED -> Optional.of(new JournalEvent.Stopped(at));
                case CHANGED -> Optional.of(changed(at, in));
                case RESUMED -> Optional.of(resumed(at, in));
                case REFUSED -> Optional.of(new JournalEvent.Refused(at, text(in), text(in), text(in)));
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static JournalEvent changed(MonoTime at, ByteBuffer in) {
        int priority = in.getInt();
        return new JournalEvent.Changed(at, text(in), text(in), priority, text(in), text(in), text(in));
    }

    private static JournalEvent resumed(MonoTime at, ByteBuffer in) {
        int priority = in.getInt();
        MonoTime since = new MonoTime(in.getLong());
        return new JournalEvent.Resumed(at, text(in), priority, since, text(in));
    }

    private static String text(ByteBuffer in) {
        int length = in.getShort();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
