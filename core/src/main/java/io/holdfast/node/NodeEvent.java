package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// What happened, as the shell tells the node. Past tense.
public sealed interface NodeEvent {

    /// An interface appeared or changed.
    record LinkChanged(Link link) implements NodeEvent {}

    /// An interface is gone.
    record LinkRemoved(int linkIndex) implements NodeEvent {}

    /// The kernel has a new address, whoever added it.
    record AddressAdded(int linkIndex, Prefix prefix) implements NodeEvent {}

    /// The kernel lost an address, whoever removed it.
    record AddressRemoved(int linkIndex, Prefix prefix) implements NodeEvent {}

    /// The complete state of the kernel: before the start, and again whenever notifications were lost.
    ///
    /// @param addresses one [AddressAdded] for each address, in the kernel's order
    record Resynced(List<Link> links, List<AddressAdded> addresses) implements NodeEvent {}

    /// The configuration is complete, the kernel's state known: begin.
    ///
    /// @param memory what the process before this one left
    record Started(Memory memory) implements NodeEvent {

        /// Without a process before.
        public Started() {
            this(Memory.NONE);
        }
    }

    /// A deadline of [Node#nextDeadline] has passed.
    record TimerFired() implements NodeEvent {}

    /// The wall clock is so far ahead of the monotonic one: before the start, and again when somebody set it. Signed
    /// advertisements carry the time.
    ///
    /// @param offsetNanos nanoseconds since 1970 when [io.holdfast.base.MonoTime] is at 0
    record WallClockSet(long offsetNanos) implements NodeEvent {}

    /// A packet of protocol 112, or 51 for an instance with AH, arrived. The node copies what it keeps; the buffer is
    /// the shell's to reuse.
    ///
    /// @param linkIndex   the interface whose socket delivered it; [InstancePlan#ANY_LINK] for one without
    /// @param source      the sender
    /// @param destination where it was sent to: a group or an address of this host
    /// @param ttl         the TTL or hop limit it arrived with; -1 if the kernel did not say
    /// @param packet      an IPv4 packet with its header, or what came over IPv6 without; from position to limit,
    ///                    big-endian
    record PacketReceived(int linkIndex, IpAddress source, IpAddress destination, int ttl, ByteBuffer packet)
            implements NodeEvent {}

    /// The sockets for a plan could not be opened.
    record PrepareFailed(InstanceId instance, String reason) implements NodeEvent {}

    /// What became of an [Action.ChangeAddresses], [Action.AddAddresses] or [Action.RemoveAddresses].
    ///
    /// @param added   addresses that were missing before and are there now
    /// @param failed  addresses that could not be added or removed, with the kernel's reason
    record AddressesApplied(InstanceId instance, List<PlacedAddress> added, List<Failure> failed)
            implements NodeEvent {
        public record Failure(PlacedAddress address, String reason) {}
    }

    /// An advertisement could not be sent.
    record AdvertFailed(InstanceId instance, String reason) implements NodeEvent {}

    /// The loop woke later than it should have, so silence heard meanwhile proves nothing. Comes before the
    /// [TimerFired] of the same turn.
    record LoopLate(Duration by) implements NodeEvent {}

    /// A run of a track script is over.
    ///
    /// @param script as in the [Action.RunScript]
    record ScriptEnded(ScriptSpec script, ScriptResult result) implements NodeEvent {}

    /// A tracked file was read: before the start, and whenever it changed.
    ///
    /// @param value its number; 0 for a file that is not there, or not a number
    record FileRead(String file, int value) implements NodeEvent {}

    /// The processes of a `vrrp_track_process` were counted: before the start, and whenever their number changed.
    record ProcessesCounted(String tracker, int count) implements NodeEvent {}

    /// A new configuration takes effect now.
    record ReloadCommitted(NodeSpec spec) implements NodeEvent {}

    /// The daemon ends.
    ///
    /// @param release whether masters resign and give up their addresses (not with `--dont-release-vrrp`)
    record StopRequested(boolean release) implements NodeEvent {}
}
