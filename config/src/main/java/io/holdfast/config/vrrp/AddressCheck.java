package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two instances with the same address on the same interface: whichever becomes master, both say it is theirs.
public final class AddressCheck {
    private final Reporter report;
    private final Map<String, String> owners = new HashMap<>();

    public AddressCheck(Reporter report) {
        this.report = report;
    }

    public void check(Draft draft, VrrpSpec spec) {
        check(draft, InstanceKeywords.VIRTUAL_IPADDRESS, spec.name(), spec.addresses());
        check(draft, InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED, spec.name(), spec.excluded());
    }

    private void check(Draft draft, Keyword<List<Draft>> list, String name, List<VirtualAddress> addresses) {
        for (VirtualAddress address : addresses) {
            String owner = owners.putIfAbsent(address.address() + " on " + address.interfaceName(), name);
            if (owner != null && !owner.equals(name)) {
                shared(draft, list, address, owner);
            }
        }
    }

    private void shared(Draft draft, Keyword<List<Draft>> list, VirtualAddress address, String owner) {
        for (Entry<List<Draft>> block : draft.all(list)) {
            for (Draft line : block.value()) {
                if (line.value(AddressKeywords.ADDRESS).orElseThrow().address().equals(address.address())) {
                    report.add(Problem.SHARED_ADDRESS, line.header().place(),
                            address.address() + " is an address of " + owner + " already")
                            .so("both use it, and the first one that stops being master takes it from the other")
                            .hinting("delete it from one of the two instances").done();
                    return;
                }
            }
        }
    }
}
