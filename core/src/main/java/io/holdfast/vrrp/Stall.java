package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpState.Master;
import java.time.Duration;

/// When a master that was kept from running has to assume that another took over meanwhile (`timer_expired_backup`,
/// `vrrp.md` 3.8).
public final class Stall {
    private Stall() {}

    /// How late a timer of the loop has to be to raise the question.
    ///
    /// @param spec with the option
    public static Duration suspicious(VrrpSpec spec) {
        return spec.advertInterval().multipliedBy(2).plus(skew(spec));
    }

    /// Whether the last advertisement is so old that the best possible backup is master by now.
    static boolean isOver(VrrpSpec spec, Master master, MonoTime now) {
        MonoTime lastAdvert = master.nextAdvert().minus(spec.advertInterval());
        Duration patience = spec.advertInterval().multipliedBy(3).plus(skew(spec));
        return now.since(lastAdvert).compareTo(patience) > 0;
    }

    private static Duration skew(VrrpSpec spec) {
        int priority = spec.options().timerExpiredBackup().orElse(Priority.HIGHEST_BACKUP);
        return Duration.ofNanos(1_000 * MasterDown.skewMicros(spec, priority, spec.advertInterval()));
    }
}
