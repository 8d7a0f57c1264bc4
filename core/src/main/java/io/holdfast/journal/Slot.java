package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Digest;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What is kept of one instance. Mutable; written out whole, in plain stores with a check sum last, so that one that a
/// SIGKILL tore is known as such.
final class Slot {
    private static final int ROUTER = 0; // 0 for a slot nobody has
    private static final int LAST_ADVERT = 8; // 0 for none, also after a resignation
    private static final int INTERVAL = 16;
    private static final int SINCE = 24;
    private static final int ADVERTS = 32;
    private static final int STATE = 40; // the state's number, and above it the priority
    private static final int SUM = 48;
    private static final int NAME = 56; // its length, and as much of it as fits

    final int index;
    long router;
    VrrpStateName state = VrrpStateName.INIT;
    int priority;
    long lastAdvert;
    long interval;
    long since;
    long adverts;

    Slot(int index) {
        this.index = index;
    }

    void write(ByteBuffer bytes) {
        int at = Layout.slot(index);
        long status = status(state.number(), priority);
        bytes.putLong(at + ROUTER, router);
        bytes.putLong(at + LAST_ADVERT, lastAdvert);
        bytes.putLong(at + INTERVAL, interval);
        bytes.putLong(at + SINCE, since);
        bytes.putLong(at + ADVERTS, adverts);
        bytes.putLong(at + STATE, status);
        bytes.putLong(at + SUM, sum(router, lastAdvert, interval, since, adverts, status));
    }

    /// For people; not part of the check sum.
    void writeName(String name, ByteBuffer bytes) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, Layout.SLOT - NAME - 1);
        bytes.put(Layout.slot(index) + NAME, (byte) length);
        bytes.put(Layout.slot(index) + NAME + 1, text, 0, length);
    }

    static void clear(int index, ByteBuffer bytes) {
        bytes.putLong(Layout.slot(index) + ROUTER, 0);
    }

    /// Whether somebody has it, and it is complete.
    static boolean isValid(int index, ByteBuffer bytes) {
        int at = Layout.slot(index);
        return bytes.getLong(at + ROUTER) != 0 && bytes.getLong(at + SUM) == sum(bytes.getLong(at + ROUTER),
                bytes.getLong(at + LAST_ADVERT), bytes.getLong(at + INTERVAL), bytes.getLong(at + SINCE),
                bytes.getLong(at + ADVERTS), bytes.getLong(at + STATE));
    }

    /// @param index of a valid one
    static InstanceRecord read(int index, ByteBuffer bytes) {
        int at = Layout.slot(index);
        byte[] name = new byte[Math.clamp(bytes.get(at + NAME), 0, Layout.SLOT - NAME - 1)];
        bytes.get(at + NAME + 1, name);
        long status = bytes.getLong(at + STATE);
        return new InstanceRecord(new String(name, StandardCharsets.UTF_8), bytes.getLong(at + ROUTER),
                (int) status & 0xff, (int) status >>> 8, new MonoTime(bytes.getLong(at + LAST_ADVERT)),
                Duration.ofNanos(bytes.getLong(at + INTERVAL)), new MonoTime(bytes.getLong(at + SINCE)),
                bytes.getLong(at + ADVERTS));
    }

    private static long status(int state, int priority) {
        return (long) priority << 8 | state;
    }

    private static long sum(long a, long b, long c, long d, long e, long f) {
        long sum = Digest.next(Digest.next(Digest.next(Digest.empty(), a), b), c);
        return Digest.next(Digest.next(Digest.next(sum, d), e), f);
    }
}
