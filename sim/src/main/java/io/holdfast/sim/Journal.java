package io.holdfast.sim;

import io.holdfast.base.MonoTime;

/// The last things that happened, kept as they are and put into words only when somebody asks.
final class Journal {
    /// A power of two: the ring is indexed by masking.
    private static final int CAPACITY = 512;

    private final long seed;
    private final long[] times = new long[CAPACITY];
    private final String[] places = new String[CAPACITY];
    private final Object[] entries = new Object[CAPACITY];
    private long written;

    Journal(long seed) {
        this.seed = seed;
    }

    /// @param where the machine, or the network
    /// @param entry an event, an action or a line of text; immutable
    void note(long now, String where, Object entry) {
        int at = (int) (written++ & CAPACITY - 1);
        times[at] = now;
        places[at] = where;
        entries[at] = entry;
    }

    /// The seed, how to run it again, and the last entries.
    String text() {
        StringBuilder text = new StringBuilder("seed " + seed + " (again with -Dsim.seed=" + seed + ")");
        long from = Math.max(0, written - CAPACITY);
        text.append(from > 0 ? ", the last " + CAPACITY + " of " + written + " entries:\n" : ":\n");
        for (long i = from; i < written; i++) {
            int at = (int) (i & CAPACITY - 1);
            text.append(new MonoTime(times[at])).append(' ').append(places[at]).append(": ")
                    .append(Words.of(entries[at])).append('\n');
        }
        return text.toString();
    }
}
