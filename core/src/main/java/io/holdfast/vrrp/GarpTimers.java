package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// When a master announces its addresses again (`vrrp.md` 4.3). Part of the master's state, so the timers
/// end with the mastership.
///
/// @param second     the second burst after becoming master
/// @param afterLower the second burst after hearing a master of lower priority
/// @param refresh    the periodic announcement
public record GarpTimers(MonoTime second, MonoTime afterLower, MonoTime refresh) {

    /// Armed by becoming master.
    static GarpTimers onBecomingMaster(GarpSpec spec, MonoTime now) {
        return new GarpTimers(in(spec.delay(), now), VrrpState.NEVER, in(spec.refresh(), now.plus(spec.delay())));
    }

    /// Taken up again: the second burst is due when it would have been, unless there was something to announce again.
    ///
    /// @param since     when the mastership began
    /// @param announced whether addresses are announced now
    static GarpTimers onResuming(GarpSpec spec, MonoTime since, boolean announced, MonoTime now) {
        MonoTime second = in(spec.delay(), announced ? now : since);
        return new GarpTimers(second.isAfter(now) ? second : VrrpState.NEVER, VrrpState.NEVER,
                in(spec.refresh(), now));
    }

    MonoTime next() {
        return MonoTime.earlier(MonoTime.earlier(second, afterLower), refresh);
    }

    GarpTimers withSecond(GarpSpec spec, MonoTime now) {
        return new GarpTimers(in(spec.delay(), now), afterLower, refresh);
    }

    GarpTimers withAfterLower(GarpSpec spec, MonoTime now) {
        return new GarpTimers(second, in(spec.lowerPrioDelay(), now), refresh);
    }

    /// With the refresh of a new configuration: never later than either the old or the new one would be.
    GarpTimers withRefresh(GarpSpec spec, MonoTime now) {
        MonoTime next = in(spec.refresh(), now);
        return new GarpTimers(second, afterLower,
                spec.refresh().isPositive() ? MonoTime.earlier(refresh, next) : next);
    }

    /// How many rounds are due: those of the most demanding timer, since one burst serves all.
    int roundsDue(GarpSpec spec, MonoTime now) {
        int rounds = second.isAfter(now) ? 0 : spec.repeat();
        rounds = Math.max(rounds, afterLower.isAfter(now) ? 0 : spec.lowerPrioRepeat());
        return Math.max(rounds, refresh.isAfter(now) ? 0 : spec.refreshRepeat());
    }

    /// What remains after everything due has been done.
    GarpTimers after(GarpSpec spec, MonoTime now) {
        return new GarpTimers(second.isAfter(now) ? second : VrrpState.NEVER,
                afterLower.isAfter(now) ? afterLower : VrrpState.NEVER,
                refresh.isAfter(now) ? refresh : Schedule.next(refresh, spec.refresh(), now));
    }

    private static MonoTime in(Duration delay, MonoTime from) {
        return delay.isPositive() ? from.plus(delay) : VrrpState.NEVER;
    }
}
