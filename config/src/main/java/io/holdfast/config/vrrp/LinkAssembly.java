package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.ACCEPT;
import static io.holdfast.config.vrrp.InstanceKeywords.GARP_EXTRA_IF;
import static io.holdfast.config.vrrp.InstanceKeywords.LINKBEAT_USE_POLLING;
import static io.holdfast.config.vrrp.InstanceKeywords.LVS_SYNC_DAEMON_INTERFACE;
import static io.holdfast.config.vrrp.InstanceKeywords.NO_ACCEPT;
import static io.holdfast.config.vrrp.InstanceKeywords.PROMOTE_SECONDARIES;
import static io.holdfast.config.vrrp.InstanceKeywords.USE_IPVLAN;
import static io.holdfast.config.vrrp.InstanceKeywords.USE_VMAC;
import static io.holdfast.config.vrrp.InstanceKeywords.USE_VMAC_ADDR;
import static io.holdfast.config.vrrp.InstanceKeywords.VMAC_GARP_INTVL;
import static io.holdfast.config.vrrp.InstanceKeywords.VMAC_XMIT_BASE;
import static io.holdfast.config.vrrp.InstanceKeywords.VRF;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.IpvlanSpec;
import io.holdfast.vrrp.LinkSpec;
import io.holdfast.vrrp.LinkSpec.OtherGarp;
import io.holdfast.vrrp.VmacSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.util.List;
import java.util.Optional;

/// Makes a [LinkSpec] of what an instance says about the interfaces it runs on (15.2, 15.3; `vrrp.md` 7).
final class LinkAssembly {
    private final Draft global;
    private final Reporter report;

    LinkAssembly(Draft global, Reporter report) {
        this.global = global;
        this.report = report;
    }

    LinkSpec spec(Draft draft, VrrpSpec spec) {
        boolean strict = StrictMode.isOn(draft, global);
        Optional<VmacSpec> vmac = vmac(draft, spec, strict);
        covered(draft, spec, vmac, InstanceKeywords.VIRTUAL_IPADDRESS);
        covered(draft, spec, vmac, InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED);
        old(draft, LINKBEAT_USE_POLLING, "the block linkbeat_interfaces");
        old(draft, LVS_SYNC_DAEMON_INTERFACE, "lvs_sync_daemon in global_defs");
        old(draft, VMAC_GARP_INTVL, "garp_extra_if");
        return new LinkSpec(vmac, draft.has(USE_VMAC_ADDR), transmitsOnBase(draft, vmac, strict),
                ipvlan(draft, spec, vmac), vrf(draft, spec), promotesSecondaries(draft, vmac),
                draft.has(LINKBEAT_USE_POLLING), refusesTraffic(draft, spec, strict), otherGarp(draft),
                draft.value(LVS_SYNC_DAEMON_INTERFACE));
    }

    private void old(Draft draft, Keyword<?> keyword, String other) {
        if (draft.has(keyword)) {
            report.add(Problem.OLD_NAME, draft.last(keyword).orElseThrow().word().place(),
                    keyword.name() + " in an instance was replaced by " + other).so("it is used").done();
        }
    }

    private Optional<VmacSpec> vmac(Draft draft, VrrpSpec spec, boolean strict) {
        Optional<Entry<VmacText>> entry = draft.last(USE_VMAC);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (spec.interfaceName().isEmpty()) {
            leftOut(entry.get(), spec, "a macvlan is made on an interface, and there is none");
            return Optional.empty();
        }
        VmacText text = entry.get().value();
        if (strict && text.mac().isPresent()) {
            report.add(Problem.STRICT_CORRECTION, entry.get().place(),
                    "in strict mode, the MAC address follows from the VRID")
                    .so("the address of " + spec.name() + " is left out").done();
        }
        return Optional.of(text.spec(spec.virtualRouterId(), !strict));
    }

    /// Addresses that ask for a macvlan although the instance sees to it.
    private void covered(Draft draft, VrrpSpec spec, Optional<VmacSpec> vmac, Keyword<List<Draft>> list) {
        for (Draft line : FamilyDecision.lines(draft, list)) {
            Optional<Entry<Boolean>> asked = line.last(AddressKeywords.USE_VMAC);
            boolean own = (!line.has(AddressKeywords.DEV)
                    || line.value(AddressKeywords.DEV).equals(spec.interfaceName()))
                    && line.value(AddressKeywords.ADDRESS).orElseThrow().family() == spec.family();
            if (asked.isPresent() && (own ? vmac.isPresent() : draft.has(USE_VMAC_ADDR))) {
                report.add(Problem.LINK_CONFLICT, asked.get().word().place(),
                        spec.name() + (own ? " has use_vmac already" : " has use_vmac_addr already"))
                        .so("use_vmac of the address is left out").done();
            }
        }
    }

    private boolean transmitsOnBase(Draft draft, Optional<VmacSpec> vmac, boolean strict) {
        boolean written = draft.has(VMAC_XMIT_BASE);
        String name = InstanceAssembly.nameOf(draft);
        if (written && vmac.isEmpty()) {
            leftOut(draft.last(VMAC_XMIT_BASE).orElseThrow(), name, "vmac_xmit_base needs use_vmac");
            return false;
        }
        boolean unicast = vmac.isPresent() && DeliveryAssembly.hasUnicastKeyword(draft);
        if (!written && unicast) {
            report.add(Problem.LINK_CONFLICT, draft.last(USE_VMAC).orElseThrow().word().place(),
                    "unicast leaves by the interface itself, not by a macvlan on it")
                    .so(name + " has vmac_xmit_base as well").hinting("add vmac_xmit_base").done();
        }
        if (written && strict && !unicast) {
            StrictMode.overrides(draft, VMAC_XMIT_BASE, "advertisements come from the virtual MAC address", report);
            return false;
        }
        return written || unicast;
    }

    private Optional<IpvlanSpec> ipvlan(Draft draft, VrrpSpec spec, Optional<VmacSpec> vmac) {
        Optional<Entry<IpvlanSpec>> entry = draft.last(USE_IPVLAN);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (vmac.isPresent() || spec.interfaceName().isEmpty()) {
            leftOut(entry.get(), spec, vmac.isPresent() ? "an instance runs on a macvlan or on an ipvlan"
                    : "an ipvlan is made on an interface, and there is none");
            return Optional.empty();
        }
        IpvlanSpec ipvlan = entry.get().value();
        boolean fits = ipvlan.address().isPresent() ? ipvlan.address().get().family() == spec.family()
                : spec.family().bytes() > 4;
        if (!fits) {
            report.add(Problem.IPVLAN_ADDRESS, entry.get().word().place(), ipvlan.address().isEmpty()
                    ? "an ipvlan needs an IPv4 address to advertise from"
                    : ipvlan.address().get().address() + " is not of the family of " + spec.name())
                    .so(spec.name() + " stays in fault").done();
        }
        return Optional.of(ipvlan);
    }

    private Optional<String> vrf(Draft draft, VrrpSpec spec) {
        Optional<Entry<String>> entry = draft.last(VRF);
        if (entry.isPresent() && (spec.interfaceName().isPresent() || !spec.isUnicast())) {
            leftOut(entry.get(), spec, "vrf is for unicast without an interface");
            return Optional.empty();
        }
        return draft.value(VRF);
    }

    private boolean promotesSecondaries(Draft draft, Optional<VmacSpec> vmac) {
        Optional<Entry<Boolean>> entry = draft.last(PROMOTE_SECONDARIES);
        if (entry.isPresent() && vmac.isPresent()) {
            leftOut(entry.get(), InstanceAssembly.nameOf(draft), "a macvlan promotes secondary addresses anyway");
        }
        return entry.isPresent() && vmac.isEmpty();
    }

    /// RFC 9568 section 6.1, Accept_Mode, which keepalived has on unless told otherwise.
    private static boolean refusesTraffic(Draft draft, VrrpSpec spec, boolean strict) {
        Optional<Entry<Boolean>> last = draft.lastOf(ACCEPT, NO_ACCEPT);
        boolean refuses = last.isEmpty() ? strict : last.get().keyword() == NO_ACCEPT;
        return refuses && !spec.isOwner();
    }

    private static Optional<OtherGarp> otherGarp(Draft draft) {
        Optional<Entry<OtherGarp>> entry = draft.lastOf(GARP_EXTRA_IF, VMAC_GARP_INTVL);
        return entry.isEmpty() || entry.get().value().interval().isZero() ? Optional.empty()
                : Optional.of(entry.get().value());
    }

    private void leftOut(Entry<?> entry, VrrpSpec spec, String why) {
        leftOut(entry, spec.name(), why);
    }

    private void leftOut(Entry<?> entry, String name, String why) {
        report.add(Problem.LINK_CONFLICT, entry.word().place(), why)
                .so(entry.keyword().name() + " of " + name + " is left out").done();
    }
}
