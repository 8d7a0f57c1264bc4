package io.holdfast.config;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.Draft.Entry;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes [VirtualAddress]es of the lines of `virtual_ipaddress` and `virtual_ipaddress_excluded` (11.1).
final class AddressAssembly {
    // linux/if_addr.h
    private static final int IFA_F_NODAD = 0x02;
    private static final int IFA_F_HOMEADDRESS = 0x10;
    private static final int IFA_F_MANAGETEMPADDR = 0x100;
    private static final int IFA_F_NOPREFIXROUTE = 0x200;
    private static final int IFA_F_MCAUTOJOIN = 0x400;

    private static final int MOST_ADDRESSES = 255; // the count field of RFC 9568 section 5.2.5

    private final Host host;
    private final boolean dynamicInterfaces;
    private final Reporter report;

    AddressAssembly(Host host, boolean dynamicInterfaces, Reporter report) {
        this.host = host;
        this.dynamicInterfaces = dynamicInterfaces;
        this.report = report;
    }

    /// The addresses of an instance.
    ///
    /// @param refused one of them makes the configuration unusable, which has been reported
    record Lists(List<VirtualAddress> addresses, List<VirtualAddress> excluded, boolean refused) {}

    Lists lists(Draft instance, String interfaceName, VrrpVersion version) {
        var lists = new Building(instance, interfaceName);
        for (Entry<List<Draft>> list : instance.all(InstanceKeywords.VIRTUAL_IPADDRESS)) {
            for (Draft line : list.value()) {
                lists.add(line);
            }
        }
        lists.cut(most(interfaceName, version));
        for (Entry<List<Draft>> list : instance.all(InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED)) {
            for (Draft line : list.value()) {
                lists.exclude(line);
            }
        }
        return new Lists(lists.addresses, lists.excluded, lists.refused);
    }

    /// How many fit into an advertisement (`vrrp.md` 1.11, where the Ethernet header counts too).
    private int most(String interfaceName, VrrpVersion version) {
        int headers = 14 + 20 + 8 + (version == VrrpVersion.V2 ? 8 : 0);
        return Math.clamp((host.mtu(interfaceName) - headers) / 4, 1, MOST_ADDRESSES);
    }

    /// The lists of one instance while they grow.
    private final class Building {
        private final Draft instance;
        private final String interfaceName;
        private final List<VirtualAddress> addresses = new ArrayList<>();
        private final List<VirtualAddress> excluded = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> seenWithInterface = new HashSet<>();
        private boolean refused;

        Building(Draft instance, String interfaceName) {
            this.instance = instance;
            this.interfaceName = interfaceName;
        }

        void add(Draft line) {
            Optional<VirtualAddress> address = address(line);
            if (address.isEmpty()) {
                return;
            }
            if (!seen.add(address.get().address().toString())) {
                duplicate(line, address.get());
                return;
            }
            seenWithInterface.add(key(address.get()));
            addresses.add(address.get());
        }

        void exclude(Draft line) {
            Optional<VirtualAddress> address = address(line);
            if (address.isPresent() && seenWithInterface.add(key(address.get()))) {
                excluded.add(address.get());
            } else if (address.isPresent()) {
                duplicate(line, address.get());
            }
        }

        private static String key(VirtualAddress address) {
            return address.address() + "%" + address.interfaceName();
        }

        private void duplicate(Draft line, VirtualAddress address) {
            report.add(Problem.DUPLICATE_ADDRESS, line.header().place(),
                    address.address() + " is in " + InstanceAssembly.nameOf(instance) + " already")
                    .so("the line is left out").done();
        }

        /// What does not fit is held, but not advertised.
        void cut(int most) {
            if (addresses.size() <= most) {
                return;
            }
            report.add(Problem.TOO_MANY_ADDRESSES, instance.header().place(), "instance "
                    + InstanceAssembly.nameOf(instance) + " has " + addresses.size() + " addresses, but " + most
                    + " fit into an advertisement").so("the rest is held as if excluded").done();
            List<VirtualAddress> rest = addresses.subList(most, addresses.size());
            excluded.addAll(rest);
            rest.clear();
        }

        private Optional<VirtualAddress> address(Draft line) {
            Prefix prefix = line.value(AddressKeywords.ADDRESS).orElseThrow();
            if (!prefix.address().isV4()) {
                refused = true;
                report.add(Problem.NOT_SUPPORTED_YET, line.header().place(), "IPv6 addresses are not supported yet")
                        .so(InstanceAssembly.nameOf(instance)
                                + " would be another instance without it, so the configuration is refused").done();
                return Optional.empty();
            }
            if (line.all(AddressKeywords.DEV).size() > 1) {
                report.add(Problem.BAD_ENTRY, line.all(AddressKeywords.DEV).get(1).word().place(),
                        "an address has one dev only").so("the whole line is left out").done();
                return Optional.empty();
            }
            Optional<String> dev = device(line);
            if (dev.isEmpty()) {
                refused = true;
                return Optional.empty();
            }
            return Optional.of(placed(line, withPeer(line, prefix), dev.get()));
        }

        private Optional<String> device(Draft line) {
            List<Entry<String>> devices = line.all(AddressKeywords.DEV);
            if (devices.isEmpty()) {
                return Optional.of(interfaceName);
            }
            Entry<String> dev = devices.get(0);
            if (dynamicInterfaces || host.hasInterface(dev.value())) {
                return Optional.of(dev.value());
            }
            report.add(Problem.UNKNOWN_INTERFACE, dev.place(), "there is no interface " + Shown.text(dev.value()))
                    .so("keepalived gives up at this point, so the configuration is refused").done();
            return Optional.empty();
        }
    }

    /// With a peer the address itself is a host (11.1).
    private Prefix withPeer(Draft line, Prefix prefix) {
        if (!line.has(AddressKeywords.PEER) || prefix.isHost()) {
            return prefix;
        }
        report.add(Problem.OPTION_LEFT_OUT, line.header().place(), "an address with a peer has no prefix length")
                .so("/32 is used").done();
        return Prefix.host(prefix.address());
    }

    private VirtualAddress placed(Draft line, Prefix prefix, String device) {
        return new VirtualAddress(prefix, device, line.value(AddressKeywords.SCOPE, 0),
                line.value(AddressKeywords.LABEL), broadcast(line, prefix), peer(line), flags(line),
                !line.has(AddressKeywords.NO_TRACK));
    }

    private Optional<IpAddress> peer(Draft line) {
        Optional<Entry<IpAddress>> peer = line.last(AddressKeywords.PEER);
        if (peer.isEmpty() || peer.get().value().isV4()) {
            return line.value(AddressKeywords.PEER);
        }
        report.add(Problem.OPTION_LEFT_OUT, peer.get().place(), "the peer of an IPv4 address has to be one, too")
                .so("peer is left out").done();
        return Optional.empty();
    }

    private Optional<IpAddress> broadcast(Draft line, Prefix prefix) {
        Optional<Entry<Broadcast>> entry = line.last(AddressKeywords.BROADCAST);
        entry = entry.isPresent() ? entry : line.last(AddressKeywords.BRD);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpAddress> address = line.has(AddressKeywords.PEER) ? Optional.empty()
                : entry.get().value().of(prefix);
        if (address.isEmpty()) {
            report.add(Problem.OPTION_LEFT_OUT, entry.get().word().place(), line.has(AddressKeywords.PEER)
                    ? "an address with a peer has no broadcast address"
                    : "a prefix of /" + prefix.length() + " leaves no room for a broadcast address")
                    .so("broadcast is left out")
                    .hinting(prefix.isHost() && !line.has(AddressKeywords.PEER)
                            ? "does the address lack its prefix length, such as /24?" : "").done();
        }
        return address;
    }

    /// Duplicate detection is for IPv6 only, where it is off unless `-nodad` turns it on; IPv4 has no such flag.
    private static int flags(Draft line) {
        int flags = line.has(AddressKeywords.HOME) ? IFA_F_HOMEADDRESS : 0;
        flags |= line.has(AddressKeywords.MNGTMPADDR) ? IFA_F_MANAGETEMPADDR : 0;
        flags |= line.has(AddressKeywords.NOPREFIXROUTE) ? IFA_F_NOPREFIXROUTE : 0;
        flags |= line.has(AddressKeywords.AUTOJOIN) ? IFA_F_MCAUTOJOIN : 0;
        return flags | (line.value(AddressKeywords.ADDRESS).orElseThrow().address().isV4()
                || line.has(AddressKeywords.NODAD) ? 0 : IFA_F_NODAD);
    }
}
