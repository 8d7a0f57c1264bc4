package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// An event about an interface or an address is shown only to the instances it may concern. The others must not have
/// missed anything: a node that looks at everything again after each event comes to the same.
class ConcernPropertyTest {
    private static final List<String> NAMES = List.of("eth0", "eth1", "eth2", "other");
    private static final List<Prefix> ADDRESSES = List.of(Prefix.literal("192.0.2.1/24"),
            Prefix.literal("198.51.100.1/24"), Prefix.literal("203.0.113.1/24"), Prefix.literal("192.0.2.100"));
    private static final NodeSpec SPEC = NodeSpec.of(List.of(
            Specs.vrrp().spec(),
            Specs.vrrp().name("eth1").on("eth1").vrid(52).addresses(on("eth1", "192.0.2.110")).spec(),
            Specs.vrrp().name("both").vrid(53).addresses(on("eth1", "192.0.2.120")).spec(),
            Specs.v3().name("anywhere").anywhere().vrid(54).trackedSource("198.51.100.1").unicast("192.0.2.9")
                    .addresses(on("eth2", "192.0.2.130")).spec(),
            Specs.v3().name("tracked").on("eth2").vrid(55).trackedSource("203.0.113.1").unicast("192.0.2.9")
                    .addresses(on("eth0", "192.0.2.140")).spec()));

    private static List<VirtualAddress> on(String interfaceName, String address) {
        return List.of(VirtualAddress.plain(Prefix.literal(address), interfaceName));
    }

    /// What the kernel has, in its order.
    private static final class Kernel {
        private final Map<Integer, Link> links = new LinkedHashMap<>();
        private final List<NodeEvent.AddressAdded> addresses = new ArrayList<>();

        /// @param what 0 to 2 a link that is up, 3 and 4 one that is down, 5 none; 6 to 9 an address, 10 to 13 none
        private NodeEvent change(int what, int link, int name) {
            if (what < 5) {
                links.put(link, NodeDriver.link(link, free(name, link), what < 3));
                return new NodeEvent.LinkChanged(links.get(link));
            }
            if (what == 5) {
                links.remove(link);
                addresses.removeIf(address -> address.linkIndex() == link);
                return new NodeEvent.LinkRemoved(link);
            }
            NodeEvent.AddressAdded address = new NodeEvent.AddressAdded(link, ADDRESSES.get((what - 6) % 4));
            if (what < 10) {
                if (links.containsKey(link) && !addresses.contains(address)) {
                    addresses.add(address);
                }
                return address;
            }
            addresses.remove(address);
            return new NodeEvent.AddressRemoved(link, address.prefix());
        }

        /// No two interfaces have the same name.
        private String free(int name, int link) {
            String wanted = NAMES.get(name % NAMES.size());
            for (Link other : links.values()) {
                if (other.index() != link && other.name().equals(wanted)) {
                    return free(name + 1, link);
                }
            }
            return wanted;
        }

        private NodeEvent everything() {
            return new NodeEvent.Resynced(List.copyOf(links.values()), List.copyOf(addresses));
        }
    }

    @Property(tries = 2_000)
    void whoIsNotShownAnEventHasMissedNothing(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 14 * 12 - 1) Integer> script) {
        Kernel kernel = new Kernel();
        Node told = new Node(SPEC);
        Node looking = new Node(SPEC);
        MonoTime now = MonoTime.ofMicros(1_000_000_000);
        for (Node node : List.of(told, looking)) {
            node.on(kernel.everything(), now);
            node.on(new NodeEvent.Started(Memory.NONE), now);
        }
        for (int step : script) {
            now = now.plusMicros(10_000);
            told.on(kernel.change(step / 12, 2 + step % 3, step / 3 % 4), now);
            looking.on(kernel.everything(), now);
            assertThat(standing(told)).isEqualTo(standing(looking));
        }
    }

    /// Not the words of a fault, which are those of the moment it was found in.
    private static List<Object> standing(Node node) {
        List<Object> standing = new ArrayList<>();
        for (InstanceStatus status : node.status()) {
            standing.add(List.of(status.id(), status.state().name(), status.faults().size(), status.plan()));
        }
        return standing;
    }
}
