package io.holdfast.node;

import io.holdfast.base.MonoTime;
import java.util.List;
import java.util.Optional;

/// The one door to the VRRP logic: events and the time go in, actions come out.
///
/// ```
///   shell: sockets, netlink, timers                core: decisions
///   -------------------------------   on(event)   -----------------
///   PacketReceived, LinkChanged, ...  ---------->  Node
///   SendAdvert, AddAddresses, ...     <----------   instances, timers
///                                      actions
/// ```
///
/// Owned by one thread. Reads no clock: the same events at the same times give the same actions.
public final class Node {

    private final NodeSpec spec;

    public Node(NodeSpec spec) {
        this.spec = spec;
    }

    /// The configuration in effect.
    public NodeSpec spec() {
        return spec;
    }

    /// Takes one event.
    ///
    /// @param now never before the `now` of an earlier call
    /// @return what to do, in this order; valid until the next call
    public List<Action> on(NodeEvent event, MonoTime now) {
        return List.of();
    }

    /// When the node next wants a [NodeEvent.TimerFired]; empty while nothing is due.
    public Optional<MonoTime> nextDeadline() {
        return Optional.empty();
    }
}
