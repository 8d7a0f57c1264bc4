package io.holdfast.vrrp;

import java.util.Arrays;

/// The counters of one instance. Mutable; owned by whoever owns the instance.
public final class VrrpCounters {
    private static final int COUNTERS = VrrpCounter.values().length;

    private final long[] values;

    /// All at zero.
    public VrrpCounters() {
        this(new long[COUNTERS]);
    }

    private VrrpCounters(long[] values) {
        this.values = values;
    }

    public void count(VrrpCounter counter) {
        values[index(counter)]++;
    }

    public long of(VrrpCounter counter) {
        return values[index(counter)];
    }

    /// Starts again at zero, as the signal that clears statistics asks.
    public void clear() {
        Arrays.fill(values, 0);
    }

    /// The values as they are now, for whoever reads them later.
    public VrrpCounters copy() {
        return new VrrpCounters(values.clone());
    }

    /// A map would take four times the memory in thousands of instances.
    @SuppressWarnings("EnumOrdinal")
    private static int index(VrrpCounter counter) {
        return counter.ordinal();
    }
}
