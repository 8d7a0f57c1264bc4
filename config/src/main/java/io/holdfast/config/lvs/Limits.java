package io.holdfast.config.lvs;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.time.Duration;

/// Values that virtual servers, real servers and checks share, so that one can be the default of another.
public final class Limits {
    public static final long U32 = 4_294_967_295L;
    /// keepalived counts microseconds in 64 bits; a billion seconds are as good.
    private static final long LONGEST_MICROS = 1_000_000_000_000_000L;

    /// How often a server's checks forgive.
    static final Value<Long> SERVER_RETRY = Values.count(1, U32);
    /// How often a check forgives.
    public static final Value<Long> CHECK_RETRY = Values.lenientCount(0, U32);
    /// A delay that may be none.
    public static final Value<Duration> DELAY = Values.seconds(0, LONGEST_MICROS);
    /// Time between checks.
    public static final Value<Duration> LOOP = Values.seconds(1, LONGEST_MICROS);
    /// Time for a connection.
    public static final Value<Duration> CONNECT = Values.seconds(1, U32);

    private Limits() {}
}
