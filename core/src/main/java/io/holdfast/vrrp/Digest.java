package io.holdfast.vrrp;

/// Many numbers in one of 64 bits, the same in every process: a multiplication and a shift for each, with the constants
/// of MurmurHash3's final step. Not against somebody who wants two inputs to meet.
public final class Digest {
    private static final long SEED = 0x9e37_79b9_7f4a_7c15L;
    private static final long FACTOR = 0xff51_afd7_ed55_8ccdL;

    private long value = SEED;

    private Digest() {}

    public static Digest begin() {
        return new Digest();
    }

    public Digest add(long number) {
        value = next(value, number);
        return this;
    }

    public long value() {
        return value;
    }

    /// The same without an object, for a path that must not allocate.
    ///
    /// @param digest so far, or [#empty]
    public static long next(long digest, long number) {
        long mixed = (digest ^ number) * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    /// The digest of nothing.
    public static long empty() {
        return SEED;
    }
}
