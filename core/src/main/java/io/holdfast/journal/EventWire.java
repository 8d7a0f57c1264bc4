package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final byte GROUP_CHANGED = 7;
    private static final byte REPRIORITIZED = 8;
    private static final byte HEARD = 9;
    private static final byte SAID = 10;
    private static final byte LATE = 11;
    private static final byte CLOCK_SET = 12;
    private static final byte LEFT_OUT = 13;

    private static final int LONGEST_TEXT = 400;
    /// The kind, the time, numbers and at most six texts.
    static final int LONGEST = 128 + 6 * (LONGEST_TEXT + 2);

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
            text(out, changed.before());
        } else if (event instanceof JournalEvent.Heard heard) {
            heard(head(out, HEARD, heard), heard);
        } else if (event instanceof JournalEvent.Resumed resumed) {
            head(out, RESUMED, resumed).putInt(resumed.priority()).putLong(resumed.since().nanos());
            text(out, resumed.instance());
            text(out, resumed.evidence());
        } else if (event instanceof JournalEvent.Refused refused) {
            head(out, REFUSED, refused);
            text(out, refused.instance());
            text(out, refused.source());
            text(out, refused.reason());
        } else if (event instanceof JournalEvent.GroupChanged changed) {
            head(out, GROUP_CHANGED, changed);
            text(out, changed.group());
            text(out, changed.state());
            text(out, changed.trigger());
            text(out, changed.evidence());
            text(out, changed.rule());
        } else if (event instanceof JournalEvent.Reprioritized changed) {
            head(out, REPRIORITIZED, changed).putInt(changed.priority());
            text(out, changed.instance());
            text(out, changed.reckoning());
        } else if (event instanceof JournalEvent.Said said) {
            head(out, SAID, said);
            text(out, said.kind());
            text(out, said.name());
            text(out, said.said());
        } else if (event instanceof JournalEvent.Late late) {
            head(out, LATE, late).putLong(late.by().toNanos());
        } else if (event instanceof JournalEvent.ClockSet set) {
            head(out, CLOCK_SET, set).putLong(set.wallMillis());
        } else if (event instanceof JournalEvent.LeftOut left) {
            head(out, LEFT_OUT, left).putLong(left.events());
        } else if (event instanceof JournalEvent.Started started) {
            head(out, STARTED, started).putLong(started.wallMillis()).putInt(started.pid())
                    .putInt(started.instances());
        } else if (event instanceof JournalEvent.Reloaded reloaded) {
            head(out, RELOADED, reloaded).putInt(reloaded.instances());
        } else if (event instanceof JournalEvent.Stopped stopped) {
            head(out, STOPPED, stopped);
        }
    }

    private static void heard(ByteBuffer out, JournalEvent.Heard heard) {
        int count = Math.min(heard.arrivals().size(), JournalEvent.Heard.MOST);
        out.putInt(heard.priority()).putLong(heard.until().nanos()).put((byte) count);
        for (int i = heard.arrivals().size() - count; i < heard.arrivals().size(); i++) {
            out.putLong(heard.arrivals().get(i).nanos());
        }
        text(out, heard.instance());
        text(out, heard.source());
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
                case GROUP_CHANGED -> Optional.of(new JournalEvent.GroupChanged(at, text(in), text(in), text(in),
                        text(in), text(in)));
                case REPRIORITIZED -> Optional.of(reprioritized(at, in));
                case HEARD -> Optional.of(heard(at, in));
                case SAID -> Optional.of(new JournalEvent.Said(at, text(in), text(in), text(in)));
                case LATE -> Optional.of(new JournalEvent.Late(at, Duration.ofNanos(in.getLong())));
                case CLOCK_SET -> Optional.of(new JournalEvent.ClockSet(at, in.getLong()));
                case LEFT_OUT -> Optional.of(new JournalEvent.LeftOut(at, in.getLong()));
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static JournalEvent changed(MonoTime at, ByteBuffer in) {
        int priority = in.getInt();
        String instance = text(in);
        String state = text(in);
        String trigger = text(in);
        String evidence = text(in);
        String rule = text(in);
        // The zeros that fill a record up read as an empty text, too.
        String before = in.remaining() >= Short.BYTES ? text(in) : "";
        return new JournalEvent.Changed(at, instance, state, priority, trigger, evidence, rule, before);
    }

    private static JournalEvent reprioritized(MonoTime at, ByteBuffer in) {
        int priority = in.getInt();
        return new JournalEvent.Reprioritized(at, text(in), priority, text(in));
    }

    private static JournalEvent heard(MonoTime at, ByteBuffer in) {
        int priority = in.getInt();
        MonoTime until = new MonoTime(in.getLong());
        int count = in.get();
        List<MonoTime> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrivals.add(new MonoTime(in.getLong()));
        }
        return new JournalEvent.Heard(at, text(in), text(in), priority, arrivals, until);
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
