package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.INTERFACE;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.Host;
import io.holdfast.config.route.Machine;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.SourceSpec;
import java.util.Optional;

/// Whether advertisements of an instance can leave: by its interface, or without one (15.3).
final class InterfaceCheck {
    private final Host host;
    private final Machine machine;
    private final Reporter report;

    InterfaceCheck(Host host, Machine machine, Reporter report) {
        this.host = host;
        this.machine = machine;
        this.report = report;
    }

    /// Whether the interface of an instance can be used.
    boolean isUsable(Draft draft, Delivery delivery) {
        Entry<String> entry = draft.last(INTERFACE).orElseThrow();
        String name = entry.value();
        if (host.isLoopback(name)) {
            report.add(Problem.LOOPBACK, entry.place(), Shown.text(name) + " leads to no other router")
                    .so("keepalived gives up at this point, so the configuration is refused")
                    .hinting("name the interface that the other routers are reached by; an address may still be put on "
                            + "this one with dev").done();
            return false;
        }
        if (!exist(draft)) {
            return false;
        }
        if (delivery instanceof Delivery.Multicast && !host.isMulticast(name)) {
            report.add(Problem.NOT_MULTICAST, entry.place(), Shown.text(name) + " cannot multicast")
                    .so(InstanceAssembly.nameOf(draft) + " stays in fault")
                    .hinting("name its peers with unicast_peer { ... }").done();
        }
        return true;
    }

    /// Whether there is what was written, also where a later line replaces it.
    private boolean exist(Draft draft) {
        boolean exist = true;
        for (Entry<String> entry : draft.all(INTERFACE)) {
            exist &= machine.hasInterface(entry.value(), entry.place());
        }
        return exist;
    }

    /// Unicast leaves by whatever interface the routing table says, from an address that has to be known.
    boolean isReachableWithout(Draft draft, Delivery delivery, SourceSpec source) {
        if (delivery instanceof Delivery.Multicast) {
            InstanceAssembly.refuse(Problem.NO_INTERFACE, draft, "has no interface",
                    "add interface and its name, as ip link shows it", report);
        } else if (source.configured().isEmpty()) {
            InstanceAssembly.refuse(Problem.NO_SOURCE, draft, "has neither an interface nor a source address",
                    "add interface, or unicast_src_ip and the address that its peers send to", report);
        } else if (source.configured().get().isLinkLocal()) {
            InstanceAssembly.refuse(Problem.NO_SOURCE, draft,
                    "has a link-local source address, which means nothing without interface",
                    "add interface and its name, as ip link shows it", report);
        } else {
            return true;
        }
        return false;
    }

    boolean isStrictUnicast(Draft draft, boolean strictMode, Delivery delivery) {
        Optional<String> name = draft.value(INTERFACE);
        boolean strict = strictMode && hasPeers(delivery) && name.isPresent()
                && host.isMulticast(name.get());
        if (strict) {
            InstanceAssembly.refuse(Problem.STRICT_UNICAST, draft,
                    "uses unicast in strict mode, although its interface can multicast",
                    "take out unicast_peer, or strict mode", report);
        }
        return strict;
    }

    static boolean hasPeers(Delivery delivery) {
        return delivery instanceof Delivery.Unicast unicast && !unicast.peers().isEmpty();
    }
}
