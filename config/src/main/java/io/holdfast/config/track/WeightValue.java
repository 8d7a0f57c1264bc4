package io.holdfast.config.track;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;

/// A weight of a tracker (9.1, lenient).
///
/// @param most   the most it can be, in either direction
/// @param beyond what becomes of a number beyond
record WeightValue(int most, Beyond beyond) implements Value<Integer> {
    private static final int NEARLY = 254;

    /// What becomes of a number that is out of range.
    enum Beyond {
        /// It is wrong.
        REFUSED,
        /// It is used all the same.
        USED,
        /// It is wrong, but for 254, which would be a fault and becomes 253.
        REDUCED
    }

    @Override
    public String expects() {
        return Values.integer(-most, most).expects();
    }

    @Override
    public Outcome<Integer> read(String text) {
        Outcome<Integer> read = Values.lenientInteger(Integer.MIN_VALUE, Integer.MAX_VALUE).read(text);
        if (read.value().isEmpty() || Math.abs((long) read.value().get()) <= most) {
            return read;
        }
        int number = read.value().get();
        if (beyond == Beyond.USED) {
            return Outcome.corrected(number, "it is used all the same");
        }
        int reduced = Integer.signum(number) * most;
        return beyond == Beyond.REDUCED && Math.abs((long) number) == NEARLY
                ? Outcome.corrected(reduced, reduced + " is used") : Outcome.wrong();
    }
}
