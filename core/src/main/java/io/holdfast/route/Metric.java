package io.holdfast.route;

/// One thing the kernel is told about a way.
///
/// @param name   which
/// @param value  in the unit the kernel keeps it in, 0 to 2^32 - 1
/// @param locked the kernel does not learn better
public record Metric(Name name, long value, boolean locked) {

    /// RTAX_* of linux/rtnetlink.h.
    public enum Name {
        MTU(2), WINDOW(3), RTT(4), RTTVAR(5), SSTHRESH(6), CWND(7), ADVMSS(8), REORDERING(9), HOPLIMIT(10),
        INITCWND(11), FEATURES(12), RTO_MIN(13), INITRWND(14), QUICKACK(15), FASTOPEN_NO_COOKIE(17);

        private final int number;

        Name(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
