package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.route.Machine;
import io.holdfast.config.route.Name;
import io.holdfast.config.route.NameKind;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a [VirtualAddress] of a line of a list, whichever it is (11.1).
final class AddressLines {
    // linux/if_addr.h
    private static final int IFA_F_NODAD = 0x02;
    private static final int IFA_F_HOMEADDRESS = 0x10;
    private static final int IFA_F_MANAGETEMPADDR = 0x100;
    private static final int IFA_F_NOPREFIXROUTE = 0x200;
    private static final int IFA_F_MCAUTOJOIN = 0x400;

    private final Machine machine;
    private final Reporter report;
    private final Optional<String> usualInterface;
    private final boolean isStatic;
    private boolean refused;

    private AddressLines(Machine machine, Reporter report, Optional<String> usualInterface, boolean isStatic) {
        this.machine = machine;
        this.report = report;
        this.usualInterface = usualInterface;
        this.isStatic = isStatic;
    }

    /// Lines of an instance.
    ///
    /// @param usualInterface where addresses without `dev` go
    static AddressLines virtual(Machine machine, Reporter report, Optional<String> usualInterface) {
        return new AddressLines(machine, report, usualInterface, false);
    }

    /// Lines of `static_ipaddress`.
    static AddressLines constant(Machine machine, Reporter report, String defaultInterface) {
        return new AddressLines(machine, report, Optional.of(defaultInterface), true);
    }

    /// Whether an interface is missing, without which the configuration is unusable; that has been reported.
    boolean isRefused() {
        return refused;
    }

    /// Whether a line counts, also for the family of its instance.
    static boolean isUsable(Draft line) {
        boolean broadcast = line.has(AddressKeywords.BROADCAST) || line.has(AddressKeywords.BRD);
        boolean ipv4 = line.value(AddressKeywords.ADDRESS).orElseThrow().address().isV4();
        return (ipv4 || !broadcast) && line.all(AddressKeywords.DEV).size() <= 1;
    }

    Optional<VirtualAddress> address(Draft line) {
        Prefix prefix = line.value(AddressKeywords.ADDRESS).orElseThrow();
        if (!prefix.address().isV4() && hasBroadcast(line)) {
            return Optional.empty();
        }
        if (line.all(AddressKeywords.DEV).size() > 1) {
            report.add(Problem.BAD_ENTRY, line.all(AddressKeywords.DEV).get(1).word().place(),
                    "an address has one dev only").so("the whole line is left out").done();
            return Optional.empty();
        }
        foreign(line);
        Optional<String> dev = device(line);
        return dev.isEmpty() ? Optional.empty() : Optional.of(placed(line, withPeer(line, prefix), dev.get()));
    }

    /// What is for addresses of the other sort only.
    private void foreign(Draft line) {
        Optional<? extends Entry<?>> option = isStatic ? line.last(AddressKeywords.USE_VMAC)
                : line.last(AddressKeywords.TRACK_GROUP);
        if (option.isPresent()) {
            report.add(Problem.OPTION_LEFT_OUT, option.get().word().place(), option.get().keyword()
                    + (isStatic ? " is for addresses of an instance" : " is for static addresses"))
                    .so(option.get().keyword() + " is left out").done();
        }
    }

    private Optional<String> device(Draft line) {
        Optional<Entry<String>> dev = line.last(AddressKeywords.DEV);
        if (dev.isEmpty()) {
            return usualDevice(line);
        }
        if (machine.hasInterface(dev.get().value(), dev.get().place())) {
            return Optional.of(dev.get().value());
        }
        refused = true;
        return Optional.empty();
    }

    private Optional<String> usualDevice(Draft line) {
        if (usualInterface.isEmpty()) {
            report.add(Problem.NO_DEVICE, line.header().place(), "without an interface in the instance, an address"
                    + " needs one of its own").so("the line is left out").hinting("add dev and its name").done();
            return Optional.empty();
        }
        if (isStatic && !machine.hasInterface(usualInterface.get(), line.header().place(),
                "add dev and a name, or default_interface to global_defs")) {
            refused = true;
            return Optional.empty();
        }
        return usualInterface;
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

    /// Global, 0, is the scope of any address that has no other.
    private int scope(Draft line, Prefix prefix) {
        Optional<Entry<Name>> scope = line.last(AddressKeywords.SCOPE);
        OptionalLong number = scope.isEmpty() ? OptionalLong.empty()
                : machine.number(NameKind.SCOPE, scope.get(), Problem.OPTION_LEFT_OUT);
        return number.orElse(0) != 0 && forIpv4(line, prefix, AddressKeywords.SCOPE).isPresent()
                ? (int) number.getAsLong() : 0;
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
