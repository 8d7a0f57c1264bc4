package io.holdfast.vrrp;

import io.holdfast.base.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One `vrrp_instance`, complete: defaults filled in, contradictions settled (`config-language.md` 15.3).
///
/// @param name             the operator's name for it, unique in a configuration
/// @param interfaceName    the interface advertisements are sent and heard on; unicast does without
/// @param family           family of the addresses and of the advertisements
/// @param virtualRouterId  VRID, 1 to 255
/// @param version          the protocol version spoken and accepted
/// @param priority         base priority, 1 to 255; 255 owns the addresses
/// @param wantsMaster      `state MASTER`; matters only together with priority 255
/// @param advertInterval   time between advertisements, a multiple of 10 ms (v3) or of 1 s (v2)
/// @param downTimerAdverts advertisements that may go missing before the master counts as down, 1 to 100
/// @param preempt          take over from a working master of lower priority
/// @param preemptDelay     how long a lower-priority master is left alone first; zero for at once
/// @param authentication   VRRPv2 authentication
/// @param delivery         to whom advertisements go
/// @param source           what they are sent from
/// @param addresses        the advertised addresses, in configuration order
/// @param excluded         `virtual_ipaddress_excluded`: held by the master, not advertised
/// @param garp             when addresses are announced
/// @param options          the switches that bend the rules of section 6.4
/// @param receiveBuffer    bytes the instance adds to the receive buffer of its socket; if none does, the
///                         kernel's default is used
public record VrrpSpec(String name, Optional<String> interfaceName, Family family, int virtualRouterId,
        VrrpVersion version, int priority, boolean wantsMaster, Duration advertInterval, int downTimerAdverts,
        boolean preempt, Duration preemptDelay, Authentication authentication, Delivery delivery, SourceSpec source,
        List<VirtualAddress> addresses, List<VirtualAddress> excluded, GarpSpec garp, VrrpOptions options,
        OptionalInt receiveBuffer) {

    public VrrpSpec {
        addresses = List.copyOf(addresses);
        excluded = List.copyOf(excluded);
    }

    /// An instance that multicasts to the usual group from the address of an interface.
    public VrrpSpec(String name, String interfaceName, Family family, int virtualRouterId, VrrpVersion version,
            int priority, boolean wantsMaster, Duration advertInterval, int downTimerAdverts, boolean preempt,
            Duration preemptDelay, Authentication authentication, List<VirtualAddress> addresses,
            List<VirtualAddress> excluded, GarpSpec garp, VrrpOptions options) {
        this(name, Optional.of(interfaceName), family, virtualRouterId, version, priority, wantsMaster, advertInterval,
                downTimerAdverts, preempt, preemptDelay, authentication, Delivery.toGroup(family),
                SourceSpec.OF_INTERFACE, addresses, excluded, garp, options, OptionalInt.empty());
    }

    /// The same instance with its advertisements on another way.
    public VrrpSpec sending(Delivery other, SourceSpec from) {
        return new VrrpSpec(name, interfaceName, family, virtualRouterId, version, priority, wantsMaster,
                advertInterval, downTimerAdverts, preempt, preemptDelay, authentication, other, from, addresses,
                excluded, garp, options, receiveBuffer);
    }

    /// The same instance without an interface of its own.
    public VrrpSpec anywhere() {
        return new VrrpSpec(name, Optional.empty(), family, virtualRouterId, version, priority, wantsMaster,
                advertInterval, downTimerAdverts, preempt, preemptDelay, authentication, delivery, source, addresses,
                excluded, garp, options, receiveBuffer);
    }

    /// The same instance with more room for packets that wait.
    public VrrpSpec buffering(int bytes) {
        return new VrrpSpec(name, interfaceName, family, virtualRouterId, version, priority, wantsMaster,
                advertInterval, downTimerAdverts, preempt, preemptDelay, authentication, delivery, source, addresses,
                excluded, garp, options, OptionalInt.of(bytes));
    }

    /// The addresses a master holds: the advertised ones, then the excluded ones.
    public List<VirtualAddress> held() {
        List<VirtualAddress> held = new ArrayList<>(addresses);
        held.addAll(excluded);
        return held;
    }

    public boolean isUnicast() {
        return delivery instanceof Delivery.Unicast;
    }

    /// Whether the router owns the addresses (RFC 9568 section 1.7).
    public boolean isOwner() {
        return priority == Priority.OWNER;
    }
}
