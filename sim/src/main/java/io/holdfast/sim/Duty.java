package io.holdfast.sim;

import io.holdfast.node.Action;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.InstanceStatus;
import io.holdfast.vrrp.Advert;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import io.holdfast.vrrp.VrrpVersion;
import java.util.Optional;

/// What RFC 9568 section 6.4 obliges one instance to do, and when, worked out from what it was truly told; and the
/// judge of whether it did. In the time of the instance's own machine.
///
/// * A backup takes over when its Active_Down_Interval, or after a resignation its Skew_Time, has passed since the
///   last advertisement it had to follow: not a microsecond earlier, and not later than its loop takes to wake.
///   After its loop overslept, silence counts for one interval and the skew from then on, whatever was before.
/// * A master advertises once in each interval, and within [#ANSWER_NANOS] whenever it hears of somebody who resigned
///   or is weaker.
/// * Who becomes master has advertised and announced its addresses by the time it says so; who gives up mastership
///   for any reason but a better master has resigned.
final class Duty {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long NEVER = Long.MAX_VALUE;
    /// Timers are computed in whole microseconds.
    private static final long ROUNDING_NANOS = 1_000;
    /// The most a master takes to answer, unless a quarter of its interval is less (`vrrp.md` 3.6).
    private static final long ANSWER_NANOS = 10_000_000;

    /// Active_Down_Interval; after oversleeping one interval and the skew; after a resignation the skew.
    private enum Wait { WHOLE, ONE, SKEW }

    private final World world;
    private final Host host;
    private final InstancePlan plan;
    private final long listeningFrom;
    private final long preparedAt;

    private VrrpStateName state = VrrpStateName.INIT;
    private long waitsSince;
    private long interval;
    private Wait wait = Wait.WHOLE;
    private boolean follows;
    private long patientUntil = NEVER;
    private long advertBy;
    private long sentAt = -1;
    private int sentPriority;
    private long announcedAt = -1;
    private long lookAt = NEVER;

    /// @param listeningFrom on the machine's own clock, the end of the start-up delay
    Duty(World world, Host host, InstancePlan plan, long listeningFrom) {
        this.world = world;
        this.host = host;
        this.plan = plan;
        this.listeningFrom = listeningFrom;
        this.preparedAt = now();
    }

    private VrrpSpec spec() {
        return plan.spec();
    }

    private long now() {
        return host.clock().local(world.now());
    }

    private long ownInterval() {
        return spec().advertInterval().toNanos();
    }

    /// The instance was prepared anew: the state and what it waits for stay, but by the rules of the new configuration.
    void continues(Duty before) {
        state = before.state;
        waitsSince = before.waitsSince;
        boolean sameVersion = spec().version() == before.spec().version();
        follows = before.follows && sameVersion;
        interval = spec().version() == VrrpVersion.V3 && follows ? before.interval : ownInterval();
        wait = sameVersion ? before.wait : Wait.WHOLE;
        patientUntil = spec().preemptDelay().isPositive() && sameVersion ? before.patientUntil : NEVER;
        advertBy = before.advertBy;
        sentAt = before.sentAt;
        sentPriority = before.sentPriority;
        announcedAt = before.announcedAt;
        guard();
    }

    /// A change of state is notified.
    void enters(VrrpStateName before, Action.Notify notify) {
        state = notify.state();
        Trigger trigger = notify.cause().trigger();
        if (state == VrrpStateName.MASTER) {
            checkTakeover(trigger);
        } else if (before == VrrpStateName.MASTER) {
            checkResignation(trigger);
        }
        if (state == VrrpStateName.BACKUP) {
            waitsSince = Math.max(now(), listeningFrom);
            interval = ownInterval();
            boolean resigned = before == VrrpStateName.MASTER && sentAt == now() && sentPriority == Priority.RESIGN;
            wait = trigger == Trigger.ADDRESS_DELETED || (trigger == Trigger.SYNC_GROUP && resigned) ? Wait.SKEW
                    : Wait.WHOLE;
            follows = false;
            patientUntil = NEVER;
        }
        guard();
    }

    /// It goes on as master, and has said so: that is all it has to.
    void resumes() {
        state = VrrpStateName.MASTER;
        if (sentAt != now() || sentPriority == Priority.RESIGN) {
            throw violation("goes on as master and has not advertised");
        }
        guard();
    }

    private void checkTakeover(Trigger trigger) {
        boolean fromSilence = trigger == Trigger.MASTER_DOWN || trigger == Trigger.MASTER_RESIGNED;
        if (fromSilence && now() < due() - ROUNDING_NANOS) {
            throw violation("takes over " + (due() - now()) + " ns before its wait is over");
        }
        if (sentAt != now() || sentPriority == Priority.RESIGN) {
            throw violation("is master and has not advertised");
        }
        if (announcedAt != now() && !plan.addresses().isEmpty()) {
            throw violation("is master and has not announced its addresses");
        }
    }

    /// Its wait is over, but not that of the others of its sync group.
    void waitsForGroup() {
        if (now() < due() - ROUNDING_NANOS) {
            throw violation("is ready " + (due() - now()) + " ns before its wait is over");
        }
        waitsSince = now();
        wait = Wait.WHOLE;
        guard();
    }

    private void checkResignation(Trigger trigger) {
        boolean silent = switch (trigger) {
            case HIGHER_PRIORITY, HIGHER_ADDRESS, OWNER_CONFLICT, OVERSLEPT -> true;
            default -> false;
        };
        boolean said = sentAt == now() && sentPriority == Priority.RESIGN;
        // It resigns as the others do, and they may have yielded.
        if (trigger == Trigger.SYNC_GROUP && state == VrrpStateName.BACKUP) {
            return;
        }
        if (said == silent) {
            throw violation(silent ? "resigns although somebody better is master" : "gives up without resigning");
        }
    }

    /// It sends, or tries to.
    void sends(int priority) {
        sentAt = now();
        sentPriority = priority;
        advertBy = sentAt + ownInterval();
    }

    void announces() {
        announcedAt = now();
    }

    /// As a backup it was given an advertisement that it has to accept.
    ///
    /// @param priority its own
    void hearsAsBackup(Advert advert, int priority) {
        if (advert.isResignation()) {
            restart(Wait.SKEW);
            return;
        }
        boolean weaker = advert.priority() < priority;
        boolean patient = spec().preemptDelay().isPositive() && (patientUntil == NEVER || patientUntil > now());
        if (spec().preempt() && weaker && !patient) {
            return;
        }
        restart(Wait.WHOLE);
        interval = spec().version() == VrrpVersion.V3 ? advert.interval().toNanos() : ownInterval();
        if (!weaker || !spec().preemptDelay().isPositive()) {
            patientUntil = NEVER;
        } else if (patientUntil == NEVER) {
            patientUntil = now() + spec().preemptDelay().toNanos();
        }
        guard();
    }

    private void restart(Wait kind) {
        waitsSince = now();
        wait = kind;
        follows = true;
        guard();
    }

    /// As a master it yielded to this one, and follows it from now on.
    void yieldsTo(Advert advert) {
        restart(Wait.WHOLE);
        interval = spec().version() == VrrpVersion.V3 ? advert.interval().toNanos() : ownInterval();
        guard();
    }

    /// As a master it heard of somebody who thinks there is none.
    void hasToAnswer() {
        advertBy = Math.min(advertBy, now() + Math.min(ANSWER_NANOS, ownInterval() / 4));
        guard();
    }

    /// Once only: on a machine that is always late nobody would ever take over.
    ///
    /// @param late by how much the loop missed its deadline
    void overslept(long late) {
        boolean doubts = state == VrrpStateName.BACKUP && wait != Wait.ONE && late > interval / 2;
        if (doubts && due() < now() + length(Wait.ONE)) {
            waitsSince = now();
            wait = Wait.ONE;
        }
    }

    private long due() {
        return waitsSince + length(wait);
    }

    private long length(Wait kind) {
        return switch (kind) {
            case WHOLE -> spec().downTimerAdverts() * interval + skew();
            case ONE -> interval + skew();
            case SKEW -> skew();
        };
    }

    /// RFC 9568 section 6.1, and RFC 3768 section 6.1 for the other version.
    private long skew() {
        long weakness = 256L - priority();
        return weakness * (spec().version() == VrrpVersion.V2 ? SECOND_NANOS : interval) / 256;
    }

    private int priority() {
        return status().map(status -> status.state().priority()).orElse(spec().priority());
    }

    private Optional<InstanceStatus> status() {
        return host.status(plan.id());
    }

    /// A look is ordered for when the next act is overdue. When that comes later than it was, the look orders the next.
    private void guard() {
        if (state == VrrpStateName.BACKUP || state == VrrpStateName.MASTER) {
            lookAt(Math.max(world.now(), overdueAt()));
        }
    }

    private void lookAt(long time) {
        if (time < lookAt) {
            lookAt = time;
            world.at(time, () -> look(time));
        }
    }

    private long overdueAt() {
        long due = Math.max(state == VrrpStateName.MASTER ? advertBy : due(), preparedAt);
        return Math.max(host.clock().world(due), host.awakeSince()) + Timing.WAKE_NANOS + ROUNDING_NANOS;
    }

    private void look(long ordered) {
        boolean current = host.member(plan.id()).filter(member -> member.duty() == this).isPresent();
        if (!current || ordered != lookAt) {
            return;
        }
        lookAt = NEVER;
        if (!host.isAwake()) {
            lookAt(world.now() + SECOND_NANOS);
        } else if (state != VrrpStateName.BACKUP && state != VrrpStateName.MASTER) {
            return;
        } else if (world.now() >= overdueAt()) {
            throw violation(state == VrrpStateName.MASTER ? "does not advertise when it has to"
                    : "does not take over when its wait is over");
        } else {
            guard();
        }
    }

    private Violation violation(String text) {
        return world.violation(host.name() + "/" + spec().name() + " " + text);
    }
}
