package io.holdfast.sim;

import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;

/// How long the election may take for what, derived from what its routers are configured with. The longest values
/// seen in a run count, since an interval learnt from a former master and a packet from slower days live on.
///
/// ```
///   I  longest advertisement interval        D  longest journey of a packet
///   M  longest master-down interval:         W  longest time from a timer being due to the loop acting on it
///      down_timer_adverts * I + skew         N  longest time from a change in the kernel to the daemon knowing
///   P  longest preempt_delay
/// ```
///
/// I, M and P are measured by the clocks of the machines, and so are taken for as long as the slowest makes them.
///
/// **Two masters**, [#twoMasters]: I + W + D. Of two masters that can hear each other one outranks the other, by
/// priority or else by address (RFC 9568 section 6.4.3). Its next advertisement is due at most I after its last,
/// leaves at most W later and arrives at most D later; on hearing it the other yields at once. The time counts from
/// when both were masters, both paths were open and lossless, and no priority changed any more. Were the rank to
/// change meanwhile, the count begins again.
///
/// **No master**, [#masterless]: D + M + W. Without a master nobody sends, so nothing restarts the wait of a backup
/// once the last advertisement has arrived, at most D after the master was gone. The wait lasts at most M, as the
/// skew alone, after a resignation, is shorter, and so is what a loop that overslept adds (I and the skew). This
/// holds in any network, cut or lossy, for each backup that is able to listen all that time.
///
/// **No master in a sync group**, [#masterlessGroup]: M more, and the longest `interface_up_down_delays`. The group of
/// a machine takes over when the slowest of its members has waited; of a master that was killed half-way through its
/// group's rise, a part may go on, and the rest waits first; and where one interface of a master is down, the other
/// members are heard until its machine has noticed.
///
/// **Settling**, [#settling]: from the moment on that all paths are open and all machines work,
///
/// 1. N: everybody knows that his link works.
/// 2. Let X be the strongest router that preempts. If somebody at least as strong as X is master, X is content, so
///    are all others, and it remains for weaker masters to yield: I + W + D.
/// 3. Otherwise X accepts nothing that restarts its wait after D, when the last stale packet has arrived, and is
///    master within M + W. Its first advertisement leaves at once, and with D we are as in 2.
/// 4. With `preempt_delay` X does accept weaker masters until P has passed since it heard the first. That is heard
///    at most D + M + W (there was no master), or I + W + D (there was) later; the longer of these and P are added.
///
/// Thus N + D + M + W + (I + W + D), and P + (D + M + W) + (I + W + D) more where there is a `preempt_delay`. The end
/// of a start-up delay counts as the moment from which a machine works.
///
/// **Storms**, [#advertsPerSecond]: an instance sends one advertisement in each interval, and one for each weaker one
/// it hears, which are as many as the others have intervals. Twenty in each of the shortest intervals is more than
/// four others and doubled packets come to. Two masters that answer each other without end exceed it at once.
///
/// **Who it is**: one master, and no router able to take part that preempts and has a higher priority. Equals do
/// not preempt each other, and with `nopreempt` the strongest may have to stay backup.
final class Bounds {
    private static final long SECOND_NANOS = 1_000_000_000;

    /// An inbox full of packets after a pause, each answered, and as much again for queues on the network.
    private static final long BURST = 512;
    private static final long ADVERTS_PER_INTERVAL = 20;

    private long interval;
    private long shortest = SECOND_NANOS;
    private long preemptDelay;
    private long adverts;
    private long skew;

    void include(VrrpSpec spec) {
        interval = Math.max(interval, Clock.atMost(spec.advertInterval().toNanos()));
        shortest = Math.min(shortest, spec.advertInterval().toNanos());
        preemptDelay = Math.max(preemptDelay, Clock.atMost(spec.preemptDelay().toNanos()));
        adverts = Math.max(adverts, spec.downTimerAdverts());
        // (256 - priority) / 256 of a second; in version 3 of the master's interval, which #masterDown sees to.
        skew = Math.max(skew, spec.version() == VrrpVersion.V2 ? Clock.atMost(SECOND_NANOS) : 0);
    }

    /// Joins what several elections need, for waiting until the slowest is done.
    void include(Bounds other) {
        interval = Math.max(interval, other.interval);
        shortest = Math.min(shortest, other.shortest);
        preemptDelay = Math.max(preemptDelay, other.preemptDelay);
        adverts = Math.max(adverts, other.adverts);
        skew = Math.max(skew, other.skew);
    }

    private long masterDown() {
        return adverts * interval + Math.max(skew, interval);
    }

    /// @param journey D
    long twoMasters(long journey) {
        return interval + Timing.WAKE_NANOS + journey;
    }

    long masterless(long journey) {
        return journey + masterDown() + Timing.WAKE_NANOS;
    }

    /// @param linkDelay until a machine notices that one of its interfaces is down
    long masterlessGroup(long journey, long linkDelay) {
        return masterless(journey) + masterDown() + linkDelay + Timing.NOTICE_NANOS;
    }

    long settling(long journey) {
        long once = masterless(journey) + twoMasters(journey);
        return Timing.NOTICE_NANOS + once + (preemptDelay > 0 ? preemptDelay + once : 0);
    }

    long advertsPerSecond() {
        return BURST + ADVERTS_PER_INTERVAL * SECOND_NANOS / shortest;
    }
}
