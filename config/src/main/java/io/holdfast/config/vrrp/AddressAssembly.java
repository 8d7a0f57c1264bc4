package io.holdfast.config.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.AdvertWire;
import io.holdfast.vrrp.Authentication;
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

    private static final int USUAL_MTU = 1500;
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

    Lists lists(Draft instance, Optional<String> interfaceName, VrrpVersion version, FamilyDecision family,
            Authentication authentication) {
        var lists = new Building(instance, interfaceName, family);
        for (Entry<List<Draft>> list : instance.all(InstanceKeywords.VIRTUAL_IPADDRESS)) {
            for (Draft line : list.value()) {
                lists.add(line);
            }
        }
        lists.cut(most(interfaceName, version, family.family(), authentication));
        for (Entry<List<Draft>> list : instance.all(InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED)) {
            for (Draft line : list.value()) {
                lists.exclude(line);
            }
        }
        return new Lists(lists.addresses, lists.excluded, lists.refused);
    }

    /// How many fit into an advertisement (`vrrp.md` 1.11, where the Ethernet header counts too).
    private int most(Optional<String> interfaceName, VrrpVersion version, Family family,
            Authentication authentication) {
        int headers = AdvertWire.added(authentication);
        headers += family == Family.IPV6 ? 14 + 40 + 8 : 14 + 20 + 8 + (version == VrrpVersion.V2 ? 8 : 0);
        int mtu = interfaceName.isPresent() ? host.mtu(interfaceName.get()) : USUAL_MTU;
        return Math.clamp((mtu - headers) / family.bytes(), 1, MOST_ADDRESSES);
    }

    /// The lists of one instance while they grow.
    private final class Building {
        private final Draft instance;
        private final Optional<String> interfaceName;
        private final FamilyDecision family;
        private final List<VirtualAddress> addresses = new ArrayList<>();
        private final List<VirtualAddress> excluded = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> seenWithInterface = new HashSet<>();
        private boolean refused;

        Building(Draft instance, Optional<String> interfaceName, FamilyDecision family) {
            this.instance = instance;
            this.interfaceName = interfaceName;
            this.family = family;
        }

        void add(Draft line) {
            Optional<VirtualAddress> address = isOfFamily(line) ? address(line) : Optional.empty();
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

        private boolean isOfFamily(Draft line) {
            IpAddress address = line.value(AddressKeywords.ADDRESS).orElseThrow().address();
            if (address.family() == family.family() || !isUsable(line)) {
                return true;
            }
            report.add(Problem.MIXED_FAMILIES, line.header().place(), "instance "
                    + InstanceAssembly.nameOf(instance) + " advertises " + family.text() + " addresses")
                    .so("the line is left out")
                    .hinting("put " + address + " into virtual_ipaddress_excluded, or into an instance of its own")
                    .done();
            return false;
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
            if (!prefix.address().isV4() && hasBroadcast(line)) {
                return Optional.empty();
            }
            if (line.all(AddressKeywords.DEV).size() > 1) {
                report.add(Problem.BAD_ENTRY, line.all(AddressKeywords.DEV).get(1).word().place(),
                        "an address has one dev only").so("the whole line is left out").done();
                return Optional.empty();
            }
            Optional<String> dev = device(line);
            return dev.isEmpty() ? Optional.empty()
                    : Optional.of(placed(line, withPeer(line, prefix), dev.get()));
        }

        /// An instance of multicast is refused for having no interface; its lines are looked at all the same.
        private Optional<String> nowhere(Draft line) {
            if (!DeliveryAssembly.hasUnicastKeyword(instance)) {
                return Optional.of("");
            }
            report.add(Problem.NO_DEVICE, line.header().place(), "without an interface in the instance, an address"
                    + " needs one of its own").so("the line is left out").hinting("add dev and its name").done();
            return Optional.empty();
        }

        private Optional<String> device(Draft line) {
            List<Entry<String>> devices = line.all(AddressKeywords.DEV);
            if (devices.isEmpty()) {
                return interfaceName.isPresent() ? interfaceName : nowhere(line);
            }
            Entry<String> dev = devices.get(0);
            if (dynamicInterfaces || host.hasInterface(dev.value())) {
                return Optional.of(dev.value());
            }
            report.add(Problem.UNKNOWN_INTERFACE, dev.place(), "there is no interface " + Shown.text(dev.value()))
                    .so("keepalived gives up at this point, so the configuration is refused").done();
            refused = true;
            return Optional.empty();
        }
    }

    /// Whether a line counts, also for the family of its instance.
    static boolean isUsable(Draft line) {
        boolean broadcast = line.has(AddressKeywords.BROADCAST) || line.has(AddressKeywords.BRD);
        boolean ipv4 = line.value(AddressKeywords.ADDRESS).orElseThrow().address().isV4();
        return (ipv4 || !broadcast) && line.all(AddressKeywords.DEV).size() <= 1;
    }

    /// Broadcasting is unknown to IPv6, and keepalived drops the whole line for it.
    private boolean hasBroadcast(Draft line) {
        Optional<Entry<Broadcast>> entry = lastBroadcast(line);
        if (entry.isPresent()) {
            report.add(Problem.BAD_ENTRY, entry.get().word().place(), "an IPv6 address has no broadcast address")
                    .so("the whole line is left out").done();
        }
        return entry.isPresent();
    }

    /// The last of either spelling.
    private static Optional<Entry<Broadcast>> lastBroadcast(Draft line) {
        Optional<Entry<Broadcast>> whole = line.last(AddressKeywords.BROADCAST);
        Optional<Entry<Broadcast>> brief = line.last(AddressKeywords.BRD);
        boolean later = whole.isPresent() && brief.isPresent()
                && brief.get().place().column() > whole.get().place().column();
        return whole.isEmpty() || later ? brief : whole;
    }

    /// With a peer the address itself is a host (11.1).
    private Prefix withPeer(Draft line, Prefix prefix) {
        if (!line.has(AddressKeywords.PEER) || prefix.isHost()) {
            return prefix;
        }
        report.add(Problem.OPTION_LEFT_OUT, line.header().place(), "an address with a peer has no prefix length")
                .so("/" + prefix.family().bits() + " is used").done();
        return Prefix.host(prefix.address());
    }

    private VirtualAddress placed(Draft line, Prefix prefix, String device) {
        return new VirtualAddress(prefix, device, scope(line, prefix),
                forIpv4(line, prefix, AddressKeywords.LABEL), broadcast(line, prefix), peer(line, prefix), flags(line),
                line.value(AddressKeywords.PREFERRED_LFT, VirtualAddress.usualPreference(prefix)),
                !line.has(AddressKeywords.NO_TRACK));
    }

    /// Global is the scope of any address that has no other.
    private int scope(Draft line, Prefix prefix) {
        int scope = line.value(AddressKeywords.SCOPE, 0);
        return scope == 0 ? 0 : forIpv4(line, prefix, AddressKeywords.SCOPE).orElse(0);
    }

    private <T> Optional<T> forIpv4(Draft line, Prefix prefix, Keyword<T> option) {
        Optional<Entry<T>> entry = line.last(option);
        if (prefix.address().isV4() || entry.isEmpty()) {
            return line.value(option);
        }
        report.add(Problem.OPTION_LEFT_OUT, entry.get().word().place(), option.name() + " is for IPv4 addresses")
                .so(option.name() + " is left out").done();
        return Optional.empty();
    }

    private Optional<IpAddress> peer(Draft line, Prefix prefix) {
        Optional<Entry<IpAddress>> peer = line.last(AddressKeywords.PEER);
        if (peer.isEmpty() || peer.get().value().family() == prefix.family()) {
            return line.value(AddressKeywords.PEER);
        }
        report.add(Problem.OPTION_LEFT_OUT, peer.get().place(), "the peer of an "
                + (prefix.address().isV4() ? "IPv4" : "IPv6") + " address has to be one, too")
                .so("peer is left out").done();
        return Optional.empty();
    }

    private Optional<IpAddress> broadcast(Draft line, Prefix prefix) {
        Optional<Entry<Broadcast>> entry = lastBroadcast(line);
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

    /// The flags of an address as they are written.
    static List<Keyword<Boolean>> flagKeywords(VirtualAddress address) {
        List<Keyword<Boolean>> keywords = new ArrayList<>();
        addIf(keywords, AddressKeywords.HOME, (address.flags() & IFA_F_HOMEADDRESS) != 0);
        addIf(keywords, AddressKeywords.NODAD, !address.address().isV4() && (address.flags() & IFA_F_NODAD) == 0);
        addIf(keywords, AddressKeywords.MNGTMPADDR, (address.flags() & IFA_F_MANAGETEMPADDR) != 0);
        addIf(keywords, AddressKeywords.NOPREFIXROUTE, (address.flags() & IFA_F_NOPREFIXROUTE) != 0);
        addIf(keywords, AddressKeywords.AUTOJOIN, (address.flags() & IFA_F_MCAUTOJOIN) != 0);
        return keywords;
    }

    private static void addIf(List<Keyword<Boolean>> keywords, Keyword<Boolean> keyword, boolean condition) {
        if (condition) {
            keywords.add(keyword);
        }
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
