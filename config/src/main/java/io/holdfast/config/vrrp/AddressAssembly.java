package io.holdfast.config.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Host;
import io.holdfast.config.route.Machine;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
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
    private static final int USUAL_MTU = 1500;
    private static final int MOST_ADDRESSES = 255; // the count field of RFC 9568 section 5.2.5

    private final Host host;
    private final Machine machine;
    private final Reporter report;

    AddressAssembly(Host host, Machine machine, Reporter report) {
        this.host = host;
        this.machine = machine;
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
        return new Lists(lists.addresses, lists.excluded, lists.lines.isRefused());
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
        private final AddressLines lines;
        private final FamilyDecision family;
        private final List<VirtualAddress> addresses = new ArrayList<>();
        private final List<VirtualAddress> excluded = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> seenWithInterface = new HashSet<>();

        Building(Draft instance, Optional<String> interfaceName, FamilyDecision family) {
            this.instance = instance;
            // An instance of multicast is refused for having no interface; its lines are looked at all the same.
            lines = AddressLines.virtual(machine, report,
                    interfaceName.isPresent() || DeliveryAssembly.hasUnicastKeyword(instance) ? interfaceName
                            : Optional.of(""));
            this.family = family;
        }

        void add(Draft line) {
            Optional<VirtualAddress> address = isOfFamily(line) ? lines.address(line) : Optional.empty();
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
            if (address.family() == family.family() || !AddressLines.isUsable(line)) {
                return true;
            }
            String why = family.foreignKeyword();
            report.add(Problem.MIXED_FAMILIES, line.header().place(), "instance "
                    + InstanceAssembly.nameOf(instance) + " advertises " + family.text() + " addresses"
                    + (why.isEmpty() ? "" : ", since its " + why + " is " + family.text()))
                    .so("the line is left out")
                    .hinting((why.isEmpty() ? "" : "correct " + why + ", or ") + "put " + address
                            + " into virtual_ipaddress_excluded, or into an instance of its own")
                    .done();
            return false;
        }

        void exclude(Draft line) {
            Optional<VirtualAddress> address = lines.address(line);
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
    }
}
