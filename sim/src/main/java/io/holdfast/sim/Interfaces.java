package io.holdfast.sim;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.node.Link;
import java.util.List;
import java.util.Optional;

/// The network cards of one machine: their names, and what follows from the place they have in the list. That place is
/// the segment a card is plugged into, and stays, while the number the kernel gives it is another one each time the
/// card comes back.
final class Interfaces {
    /// The number of the first, as on Linux: 1 is the loopback.
    private static final int FIRST_INDEX = 2;
    private static final int MTU = 1500;

    private final Kernel kernel;
    private final int host;
    private final List<String> names;
    private int nextIndex = FIRST_INDEX;

    /// @param host counted from 0; the machine's own addresses follow from it
    Interfaces(Kernel kernel, int host, List<String> names) {
        this.kernel = kernel;
        this.host = host;
        this.names = names;
    }

    /// The machine boots.
    void plugAll(long now) {
        for (String name : names) {
            plug(name, now);
        }
    }

    /// A card comes, or comes back, with its own addresses and carrier; nothing happens if it is there.
    void plug(String name, long now) {
        int segment = segment(name);
        if (kernel.indexOf(segment).isEmpty()) {
            int index = nextIndex++;
            kernel.addLink(segment, new Link(index, name, Optional.of(mac(segment)), MTU, true, true, true, false),
                    ownAddresses(segment, index), now);
        }
    }

    void unplug(String name) {
        kernel.indexOf(segment(name)).ifPresent(kernel::removeLink);
    }

    /// Carrier, or the lack of it; of a card that is not there it means nothing.
    void carrier(String name, boolean up, long now) {
        kernel.indexOf(segment(name)).ifPresent(index -> kernel.setUp(index, up, now));
    }

    /// The administrator takes the machine's own addresses away, all or none of them being there.
    void takeAddresses(String name) {
        int segment = segment(name);
        kernel.indexOf(segment).ifPresent(index -> kernel.takeOwn(ownAddresses(segment, index)));
    }

    void giveAddresses(String name, long now) {
        int segment = segment(name);
        kernel.indexOf(segment).ifPresent(index -> kernel.giveOwn(ownAddresses(segment, index), now));
    }

    boolean isOwn(int segment, IpAddress address) {
        return address.equals(address(host, segment, address.family()));
    }

    boolean hasMac(MacAddress mac) {
        for (int i = 0; i < names.size(); i++) {
            if (mac(i).equals(mac)) {
                return true;
            }
        }
        return false;
    }

    /// The number of an interface as long as it is plugged in.
    Optional<Integer> index(String name) {
        return kernel.indexOf(segment(name));
    }

    private int segment(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no interface " + name);
        }
        return at;
    }

    private MacAddress mac(int segment) {
        return new MacAddress(0x0200_0000_0000L | (segment << 8) | (host + 1));
    }

    private List<HeldAddress> ownAddresses(int segment, int index) {
        return List.of(new HeldAddress(index, new Prefix(address(host, segment, Family.IPV4), 24)),
                new HeldAddress(index, new Prefix(address(host, segment, Family.IPV6), 64)));
    }

    /// What a machine's interface has as its own: 10.SEGMENT.0.N and fe80::SEGMENT:N, counted from 1.
    static IpAddress address(int host, int segment, Family family) {
        return IpAddress.literal(family == Family.IPV4 ? "10." + segment + ".0." + (host + 1)
                : "fe80::" + Integer.toHexString(segment) + ":" + Integer.toHexString(host + 1));
    }
}
