package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.Log;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Patience;
import java.time.Duration;
import java.util.Optional;

/// What a backup makes of what it hears (RFC 9568 section 6.4.2, `vrrp.md` 3.5).
final class BackupRules {
    private BackupRules() {}

    static Transition onAdvert(VrrpSpec spec, Backup before, Advert advert, MonoTime now) {
        Backup backup = ownAgain(spec, before, advert);
        if (advert.isResignation()) {
            return Transition.stay(rearm(spec, backup, Patience.SKEW, now, hear(backup, advert)));
        }
        if (follows(spec, backup, advert, now)) {
            return Transition.stay(follow(spec, backup, advert, now));
        }
        return ignore(spec, backup, advert);
    }

    /// A weaker master is left to time out; that is how preemption happens.
    private static Transition ignore(VrrpSpec spec, Backup b, Advert advert) {
        if (isFrom(b.weaker(), advert)) {
            return Transition.stay(b);
        }
        return Transition.stay(new Backup(b.priority(), b.masterInterval(), b.waitingSince(), b.patience(),
                b.masterDownAt(), b.heard(), Optional.of(advert), b.preemptNotBefore()),
                new Log(false, VrrpMachine.line(spec, "received lower priority (" + advert.priority()
                        + ") advert from " + advert.source() + " - discarding")));
    }

    /// With `preempt_delay` a weaker master counts as a good one until the delay has passed.
    private static boolean follows(VrrpSpec spec, Backup backup, Advert advert, MonoTime now) {
        return !spec.preempt() || advert.priority() >= backup.priority()
                || (spec.preemptDelay().isPositive() && isPreemptionHeldBack(backup, now));
    }

    private static boolean isPreemptionHeldBack(Backup backup, MonoTime now) {
        return backup.preemptNotBefore().isEmpty() || backup.preemptNotBefore().get().isAfter(now);
    }

    private static Backup follow(VrrpSpec spec, Backup backup, Advert advert, MonoTime now) {
        Duration interval = spec.version() == VrrpVersion.V3 ? advert.interval() : spec.advertInterval();
        long micros = MasterDown.intervalMicros(spec, backup.priority(), interval);
        return new Backup(backup.priority(), interval, now, Patience.MASTER_DOWN, now.plusMicros(micros),
                hear(backup, advert), backup.weaker(), preemption(spec, backup, advert, now));
    }

    private static Optional<MonoTime> preemption(VrrpSpec spec, Backup backup, Advert advert, MonoTime now) {
        if (!spec.preemptDelay().isPositive() || advert.priority() >= backup.priority()) {
            return Optional.empty();
        }
        return backup.preemptNotBefore().isPresent() ? backup.preemptNotBefore()
                : Optional.of(now.plus(spec.preemptDelay()));
    }

    /// An owner that gave way to another owner (`vrrp.md` 3.7) claims its priority again once that one is gone.
    private static Backup ownAgain(VrrpSpec spec, Backup backup, Advert advert) {
        boolean gone = advert.priority() != Priority.OWNER || !isFrom(backup.heard(), advert);
        return spec.isOwner() && backup.priority() != Priority.OWNER && gone
                ? withPriority(spec, backup, Priority.OWNER) : backup;
    }

    /// The same object for the same advertisement, so that a repeated one costs nothing.
    private static Optional<Advert> hear(Backup backup, Advert advert) {
        boolean repeated = isFrom(backup.heard(), advert) && backup.heard().get().priority() == advert.priority()
                && backup.heard().get().interval().equals(advert.interval());
        return repeated ? backup.heard() : Optional.of(advert);
    }

    private static boolean isFrom(Optional<Advert> earlier, Advert advert) {
        return earlier.isPresent() && earlier.get().source().compareTo(advert.source()) == 0;
    }

    /// Only the length of the running wait changes, not its start.
    static Backup withPriority(VrrpSpec spec, Backup backup, int priority) {
        Backup changed = new Backup(priority, backup.masterInterval(), backup.waitingSince(), backup.patience(),
                backup.masterDownAt(), backup.heard(), backup.weaker(), backup.preemptNotBefore());
        return rearm(spec, changed, backup.patience(), backup.waitingSince(), backup.heard());
    }

    /// The learnt interval stays with the master it was learnt from; everything else follows the new configuration.
    static Backup reconfigured(VrrpSpec spec, Backup b, int priority) {
        boolean learnt = spec.version() == VrrpVersion.V3 && b.heard().isPresent();
        Optional<MonoTime> preempt = spec.preemptDelay().isPositive() ? b.preemptNotBefore() : Optional.empty();
        return withPriority(spec, new Backup(priority, learnt ? b.masterInterval() : spec.advertInterval(),
                b.waitingSince(), b.patience(), b.masterDownAt(), b.heard(), b.weaker(), preempt), priority);
    }

    /// A wait that is yet to begin begins at another time.
    static Backup waitingFrom(VrrpSpec spec, Backup b, MonoTime from) {
        return rearm(spec, b, b.patience(), from, b.heard());
    }

    /// A loop that slept heard nothing, so its silence proves nothing: a living master is given one interval to be
    /// heard, and the skew on top lets better backups go first. Never shortens the wait, and lengthens it only once: on
    /// a machine that is always late nobody would ever take over. An owner that waits for the end of the start-up delay
    /// waits for nobody.
    static Backup listenAgain(VrrpSpec spec, Backup b, MonoTime now) {
        Backup listening = rearm(spec, b, Patience.ONE_INTERVAL, now, b.heard());
        boolean longer = b.masterDownAt().isBefore(listening.masterDownAt());
        return longer && b.patience() != Patience.NONE && b.patience() != Patience.ONE_INTERVAL ? listening : b;
    }

    private static Backup rearm(VrrpSpec spec, Backup b, Patience patience, MonoTime since, Optional<Advert> heard) {
        long micros = switch (patience) {
            case MASTER_DOWN, SYNC_GROUP -> MasterDown.intervalMicros(spec, b.priority(), b.masterInterval());
            case ONE_INTERVAL -> b.masterInterval().toNanos() / 1_000
                    + MasterDown.skewMicros(spec, b.priority(), b.masterInterval());
            case SKEW -> MasterDown.skewMicros(spec, b.priority(), b.masterInterval());
            case NONE -> 0;
        };
        return new Backup(b.priority(), b.masterInterval(), since, patience, since.plusMicros(micros), heard,
                b.weaker(), b.preemptNotBefore());
    }

    /// Ready to be master, and waiting for the rest of the sync group. A better advertisement heard
    /// meanwhile ends that.
    static Transition awaitGroup(VrrpSpec spec, Backup b, MonoTime now) {
        Backup willing = rearm(spec, b, Patience.SYNC_GROUP, now, b.heard());
        return b.isWilling() ? Transition.stay(willing) : Transition.stay(willing, new Log(false,
                VrrpMachine.line(spec, "ready to become MASTER, waiting for the rest of its sync group")));
    }

    static Cause whyMasterIsDown(Backup backup, MonoTime now) {
        if (backup.patience() == Patience.NONE) {
            return new Cause(Trigger.STARTED, "priority 255, start-up delay over", "RFC 9568 6.4.1");
        }
        String silence = " for " + seconds(now.since(backup.waitingSince())) + " s";
        String weaker = backup.weaker().isEmpty() ? "" : "; " + backup.weaker().get().source()
                + " advertises lower priority " + backup.weaker().get().priority();
        if (backup.heard().isEmpty()) {
            return new Cause(Trigger.MASTER_DOWN, "nothing to follow was heard" + silence + weaker, "RFC 9568 6.4.2");
        }
        Advert last = backup.heard().get();
        if (last.isResignation()) {
            return new Cause(Trigger.MASTER_RESIGNED, last.source() + " resigned with priority 0, then silence"
                    + silence + weaker, "RFC 9568 6.4.2");
        }
        return new Cause(Trigger.MASTER_DOWN, "last heard from " + last.source() + " with priority "
                + last.priority() + ", then silence" + silence + weaker, "RFC 9568 6.4.2");
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis / 1000 + "." + Long.toString(1000 + millis % 1000).substring(1);
    }
}
