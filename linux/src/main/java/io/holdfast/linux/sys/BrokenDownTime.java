package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import java.lang.foreign.MemorySegment;

/// libc's `struct tm`: a moment as clocks and calendars of this machine show it, `TZ` and `/etc/localtime` considered.
///
/// For what must not wait for java.time, whose time zones look for their rules in every module and jar: 15 ms.
///
/// Mutable, and not for use by several threads at a time.
public final class BrokenDownTime {
    private static final MemorySegment LOCALTIME_R = Kernel.function("localtime_r");

    // struct tm of time.h, ints all of them; behind time_t, which is what is asked about
    private static final int TM = 8;
    private static final int TM_SEC = TM;
    private static final int TM_MIN = TM + 4;
    private static final int TM_HOUR = TM + 8;
    private static final int TM_MDAY = TM + 12;
    private static final int TM_MON = TM + 16;
    private static final int TM_YEAR = TM + 20;
    private static final int TM_WDAY = TM + 24;
    private static final int SIZE = TM + 56;

    private final NativeMemory memory = NativeMemory.allocate(SIZE);

    /// The first moment of 1970 in UTC, whatever [#set] makes of it.
    public BrokenDownTime() {
        set(0);
    }

    /// @param epochSeconds since 1970, of a year that an int can hold
    public void set(long epochSeconds) {
        memory.bytes().putLong(0, epochSeconds);
        Kernel.libc(LOCALTIME_R, memory.address(), memory.address() + TM, 0, 0, 0, 0);
    }

    /// 0 to 60; 60 is a leap second.
    public int second() {
        return memory.bytes().getInt(TM_SEC);
    }

    public int minute() {
        return memory.bytes().getInt(TM_MIN);
    }

    public int hour() {
        return memory.bytes().getInt(TM_HOUR);
    }

    /// 1 to 31.
    public int dayOfMonth() {
        return memory.bytes().getInt(TM_MDAY);
    }

    /// 0 for January.
    public int month() {
        return memory.bytes().getInt(TM_MON);
    }

    public int year() {
        return 1900 + memory.bytes().getInt(TM_YEAR);
    }

    /// 0 for Sunday.
    public int dayOfWeek() {
        return memory.bytes().getInt(TM_WDAY);
    }
}
