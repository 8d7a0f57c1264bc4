package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;

/// What can happen to an instance.
public sealed interface VrrpEvent {
    /// The one timer event; what is due follows from the state.
    VrrpEvent TIMER = new TimerFired();

    /// The daemon begins, or a reload added the instance.
    ///
    /// @param listeningFrom when silence begins to count: now, or the end of the start-up delay
    /// @param alone         whether its sync group, if any, lets an owner begin as master
    record Started(MonoTime listeningFrom, boolean alone) implements VrrpEvent {

        /// Of an instance that depends on no other.
        public Started(MonoTime listeningFrom) {
            this(listeningFrom, true);
        }
    }

    /// The daemon begins where the process before it ended: as master, and nobody has noticed.
    ///
    /// @param since            when it became master
    /// @param lastAdvert       when it last said so
    /// @param addressesMissing whether there are addresses that are no longer in place
    record Resumed(MonoTime since, MonoTime lastAdvert, boolean addressesMissing) implements VrrpEvent {}

    /// An advertisement passed all checks.
    ///
    /// @param self our own address on that link, against which the sender's is compared
    record AdvertReceived(Advert advert, IpAddress self) implements VrrpEvent {}

    /// [VrrpState#nextDeadline] has passed.
    record TimerFired() implements VrrpEvent {}

    /// Silence was over long enough, but the others of the sync group are not ready to become master.
    record GroupNotReady() implements VrrpEvent {}

    /// The sync group becomes master.
    record GroupRose(Cause cause) implements VrrpEvent {}

    /// The sync group is backup because another member gave way.
    record GroupYielded(Cause cause) implements VrrpEvent {}

    /// The loop was not awake to hear what was sent meanwhile.
    record Overslept() implements VrrpEvent {}

    /// Something the instance depends on is missing.
    record FaultFound(Cause cause) implements VrrpEvent {}

    /// Nothing is missing any more.
    ///
    /// @param listeningFrom as with [Started]
    record FaultsCleared(MonoTime listeningFrom, Cause cause) implements VrrpEvent {}

    /// An address was deleted by somebody else and cannot be kept.
    record AddressLost(Cause cause) implements VrrpEvent {}

    /// Trackers changed the effective priority.
    record PriorityChanged(int priority) implements VrrpEvent {}

    /// A reload changed the configuration, which the machine is given from this event on.
    ///
    /// @param priority       the new effective priority
    /// @param heard          whether advertisements are other ones now, or come at other times
    /// @param addressesAdded whether there are addresses to announce for the first time
    record Reconfigured(int priority, boolean heard, boolean addressesAdded) implements VrrpEvent {}

    /// A reload gave the start-up delay that is running another end.
    ///
    /// @param listeningFrom as with [Started]
    record DelayChanged(MonoTime listeningFrom) implements VrrpEvent {}

    /// The daemon ends, or a reload removed the instance.
    record Stopped(Cause cause) implements VrrpEvent {}
}
