package io.holdfast.lvs;

/// How much weight has to be alive (1.5).
///
/// @param weight     the least sum of weights, at most 4294967295
/// @param hysteresis by how much it is to be exceeded or missed before anything is done, less than the weight, or 0
public record Quorum(long weight, long hysteresis) {
    public static final Quorum ONE = new Quorum(1, 0);

    public Quorum {
        if (weight < 0 || hysteresis < 0 || (hysteresis > 0 && hysteresis >= weight)) {
            throw new IllegalArgumentException("quorum " + weight + ", hysteresis " + hysteresis);
        }
    }
}
