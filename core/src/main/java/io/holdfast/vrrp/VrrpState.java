package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.Optional;

/// Where an instance stands, with everything the election remembers about it. Immutable.
///
/// ```
///            +------ Init ------+
///            |        | owner   |
///      fault v        v         v
///          Fault <- Master <-> Backup
///            ^                  |  ^
///            +------------------+  |
///            +---------------------+ all faults gone
/// ```
public sealed interface VrrpState {
    /// A deadline that never comes.
    MonoTime NEVER = new MonoTime(Long.MAX_VALUE);

    VrrpStateName name();

    /// The effective priority: what the next advertisement would say.
    int priority();

    /// When the state next wants a [VrrpEvent.TimerFired]; [#NEVER] if it waits for nothing.
    MonoTime nextDeadline();

    /// Before the start and after the end (RFC 9568 section 6.4.1).
    record Init(int priority) implements VrrpState {
        @Override
        public VrrpStateName name() {
            return VrrpStateName.INIT;
        }

        @Override
        public MonoTime nextDeadline() {
            return NEVER;
        }
    }

    /// Something the instance depends on is missing: it neither sends nor listens.
    record Fault(int priority) implements VrrpState {
        @Override
        public VrrpStateName name() {
            return VrrpStateName.FAULT;
        }

        @Override
        public MonoTime nextDeadline() {
            return NEVER;
        }
    }

    /// Watching a master, or the silence of one (RFC 9568 section 6.4.2).
    ///
    /// The wait is kept as its start and its kind, so that a change of priority changes its length
    /// and not its start.
    ///
    /// @param masterInterval   the interval of the current master: learnt in VRRPv3, always our own in VRRPv2
    /// @param waitingSince     when the current wait began
    /// @param patience         how long it is
    /// @param masterDownAt     when it ends
    /// @param heard            the last advertisement that restarted the wait
    /// @param weaker           the last one of lower priority, which is left to time out
    /// @param preemptNotBefore end of the time a master of lower priority is left alone (`preempt_delay`)
    record Backup(int priority, Duration masterInterval, MonoTime waitingSince, Patience patience,
            MonoTime masterDownAt, Optional<Advert> heard, Optional<Advert> weaker,
            Optional<MonoTime> preemptNotBefore) implements VrrpState {

        @Override
        public VrrpStateName name() {
            return VrrpStateName.BACKUP;
        }

        @Override
        public MonoTime nextDeadline() {
            return masterDownAt;
        }

        /// Whether it would be master if its sync group agreed.
        public boolean isWilling() {
            return patience == Patience.SYNC_GROUP;
        }
    }

    /// How long a backup is prepared to wait in silence.
    enum Patience {
        /// The whole master-down interval.
        MASTER_DOWN,
        /// One advertisement interval and the skew: the loop overslept, and a living master may have been missed.
        ONE_INTERVAL,
        /// The whole master-down interval again, and no longer for its own sake: the silence was long enough once, now
        /// the rest of the sync group has to come to the same end (`vrrp.md` 5.3).
        SYNC_GROUP,
        /// The skew only: the last master resigned.
        SKEW,
        /// Not at all: an owner whose start was delayed.
        NONE
    }

    /// Holding the addresses (RFC 9568 section 6.4.3, where it is called Active).
    ///
    /// @param nextAdvert when the next advertisement is due
    /// @param garp       when the addresses are announced again
    /// @param rival      what is known about another owner of the same addresses
    /// @param weaker     the router of lower priority last complained about
    record Master(int priority, MonoTime nextAdvert, GarpTimers garp, OwnerRival rival, Optional<Advert> weaker)
            implements VrrpState {

        @Override
        public VrrpStateName name() {
            return VrrpStateName.MASTER;
        }

        @Override
        public MonoTime nextDeadline() {
            return MonoTime.earlier(MonoTime.earlier(nextAdvert, garp.next()), rival.deadline());
        }
    }
}
