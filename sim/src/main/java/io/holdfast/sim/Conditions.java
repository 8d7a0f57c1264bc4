package io.holdfast.sim;

import java.time.Duration;

/// What the network does to packets on their way. Packets of one sender to one receiver stay in order, except for
/// those that are held back.
///
/// @param minDelay    the shortest journey
/// @param maxDelay    the longest journey of a packet that is not held back
/// @param loss        share of packets that never arrive, 0 to 1
/// @param duplication share of packets that arrive twice, 0 to 1
/// @param reordering  share of packets that are held back and overtaken, 0 to 1
/// @param holdBack    how much later than others a packet that is held back can arrive
/// @param corruption  share of packets that arrive damaged, 0 to 1
public record Conditions(Duration minDelay, Duration maxDelay, double loss, double duplication, double reordering,
        Duration holdBack, double corruption) {

    /// A quiet switch.
    public static final Conditions LAN =
            new Conditions(Duration.ofNanos(20_000), Duration.ofNanos(400_000), 0, 0, 0, Duration.ZERO, 0);

    public Conditions delayed(Duration min, Duration max) {
        return new Conditions(min, max, loss, duplication, reordering, holdBack, corruption);
    }

    public Conditions losing(double share) {
        return new Conditions(minDelay, maxDelay, share, duplication, reordering, holdBack, corruption);
    }

    public Conditions duplicating(double share) {
        return new Conditions(minDelay, maxDelay, loss, share, reordering, holdBack, corruption);
    }

    public Conditions reordering(double share, Duration longest) {
        return new Conditions(minDelay, maxDelay, loss, duplication, share, longest, corruption);
    }

    public Conditions corrupting(double share) {
        return new Conditions(minDelay, maxDelay, loss, duplication, reordering, holdBack, share);
    }

    /// D in the derivations of [Bounds]: the longest a packet that arrives can take.
    Duration longestJourney() {
        return reordering > 0 ? maxDelay.plus(holdBack) : maxDelay;
    }
}
