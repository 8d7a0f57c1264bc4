package io.holdfast.sim;

import io.holdfast.base.MonoTime;

/// The last things that happened, kept as they are and put into words only when somebody asks.
final class Journal {
    /// What explains a failure, as a rule.
    static final int USUAL_CAPACITY = 512;

    private final long seed;
    private final int capacity;
    private final long[] times;
    private final String[] places;
    private final Object[] entries;
    private long written;

    /// @param capacity how many entries are kept; a power of two, as the ring is indexed by masking
    Journal(long seed, int capacity) {
        this.seed = seed;
        this.capacity = capacity;
        this.times = new long[capacity];
        this.places = new String[capacity];
        this.entries = new Object[capacity];
    }

    /// @param where the machine, or the network
    /// @param entry an event, an action or a line of text; immutable
    void note(long now, String where, Object entry) {
        int at = (int) (written++ & capacity - 1);
        times[at] = now;
        places[at] = where;
        entries[at] = entry;
    }

    /// The seed, how to run it again, and the last entries.
    String text() {
        StringBuilder text = new StringBuilder("seed " + seed + " (again with -Dsim.seed=" + seed + ")");
        long from = Math.max(0, written - capacity);
        text.append(from > 0 ? ", the last " + capacity + " of " + written + " entries:\n" : ":\n");
        for (long i = from; i < written; i++) {
            int at = (int) (i & capacity - 1);
            text.append(new MonoTime(times[at])).append(' ').append(places[at]).append(": ")
                    .append(Words.of(entries[at])).append('\n');
        }
        return text.toString();
    }
}
