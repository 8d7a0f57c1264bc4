package io.holdfast.config.text;

/// The numbers of `${_RANDOM}`: SplitMix64 from a seed that is handed in, so that a seed in the configuration always
/// gives the same ones.
final class RandomNumbers {
    private long state;

    RandomNumbers(long seed) {
        state = seed;
    }

    void seed(long seed) {
        state = seed;
    }

    /// @param min the least
    /// @param max the highest, not below `min`
    long between(long min, long max) {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return min + Long.remainderUnsigned(mixed, max - min + 1);
    }
}
