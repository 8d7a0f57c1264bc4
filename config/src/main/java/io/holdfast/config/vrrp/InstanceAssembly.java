package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.ADVERT_INT;
import static io.holdfast.config.vrrp.InstanceKeywords.DOWN_TIMER_ADVERTS;
import static io.holdfast.config.vrrp.InstanceKeywords.INTERFACE;
import static io.holdfast.config.vrrp.InstanceKeywords.PRIORITY;
import static io.holdfast.config.vrrp.InstanceKeywords.STATE;
import static io.holdfast.config.vrrp.InstanceKeywords.VERSION;
import static io.holdfast.config.vrrp.InstanceKeywords.VIRTUAL_ROUTER_ID;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.route.Machine;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.value.Decimal;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a [VrrpSpec] of what was written in a `vrrp_instance`: defaults filled in, contradictions settled and
/// reported, in the order of 15.3.
public final class InstanceAssembly {
    private static final int DOWN_TIMER_DEFAULT = 3;

    private final Draft global;
    private final Reporter report;
    private final GarpAssembly garp;
    private final AddressAssembly addresses;
    private final DeliveryAssembly deliveries;
    private final AuthenticationAssembly authentications;
    private final ReceiveBuffers buffers;
    private final InterfaceCheck interfaces;
    private final PreemptRules preemption;
    private final OptionAssembly options;

    /// @param machine what addresses refer to
    public InstanceAssembly(Draft global, Host host, Machine machine, Reporter report) {
        this.global = global;
        this.report = report;
        garp = new GarpAssembly(global, report);
        addresses = new AddressAssembly(host, machine, report);
        deliveries = new DeliveryAssembly(global, report);
        authentications = new AuthenticationAssembly(host, report);
        buffers = new ReceiveBuffers(global, host, report);
        interfaces = new InterfaceCheck(host, machine, report);
        preemption = new PreemptRules(report);
        options = new OptionAssembly(global, preemption, report);
    }

    /// The specification, unless something in it is fatal.
    public Optional<VrrpSpec> spec(Draft draft) {
        Optional<Integer> vrid = draft.value(VIRTUAL_ROUTER_ID);
        if (vrid.isEmpty()) {
            refuse(Problem.NO_VRID, draft, "has no valid virtual_router_id",
                    "add virtual_router_id, a number from 1 to 255 that is the same on all routers of the group");
        }
        FamilyDecision family = FamilyDecision.of(draft);
        Delivery delivery = deliveries.delivery(draft, family);
        SourceSpec source = deliveries.source(draft, family);
        Optional<String> name = draft.value(INTERFACE);
        boolean reachable = name.isPresent() ? interfaces.isUsable(draft, delivery)
                : interfaces.isReachableWithout(draft, delivery, source);
        nativeIpv6(draft, family);
        Switches written = switches(draft, family);
        Duration interval = interval(draft, written.version());
        Authentication authentication = authentications.authentication(draft, new AuthenticationAssembly.Setting(
                written.version(), family.family(), written.strict(), interval));
        Switches switches = withAh(draft, written, authentication);
        AddressAssembly.Lists lists = addresses.lists(draft, name, switches.version(), family,
                authentication);
        boolean elsewhere = lists.refused() || (name.isPresent() && !reachable);
        boolean empty = !elsewhere && isRefused(draft, switches, lists);
        if (vrid.isEmpty() || !reachable || elsewhere || empty
                || interfaces.isStrictUnicast(draft, switches.strict(), delivery)) {
            return Optional.empty();
        }
        firstAddress(draft, switches, delivery, lists);
        options.acceptance(draft, switches);
        VrrpSpec spec = new VrrpSpec(nameOf(draft), name, family.family(), vrid.get(), switches.version(),
                switches.priority(), switches.wantsMaster(), interval,
                downTimer(draft, switches.strict()), preemption.preempts(draft, switches),
                preemption.delay(draft, switches),
                authentication, delivery, source, lists.addresses(), lists.excluded(),
                garp.spec(draft, switches.strict()), options.options(draft, switches), OptionalInt.empty());
        return Optional.of(buffers.applyTo(spec, draft));
    }

    static String nameOf(Draft draft) {
        return Shown.text(draft.header().text());
    }

    private void refuse(Problem problem, Draft draft, String what, String hint) {
        refuse(problem, draft, what, hint, report);
    }

    /// Reports what keepalived gives up at.
    static void refuse(Problem problem, Draft draft, String what, String hint, Reporter report) {
        report.add(problem, draft.header().place(), "instance " + nameOf(draft) + " " + what)
                .so("keepalived gives up at this point, so the configuration is refused").hinting(hint).done();
    }

    private void nativeIpv6(Draft draft, FamilyDecision family) {
        if (family.family() == Family.IPV6) {
            return;
        }
        for (Entry<Boolean> asked : draft.all(InstanceKeywords.NATIVE_IPV6)) {
            report.add(Problem.MIXED_FAMILIES, asked.place(), "instance " + nameOf(draft) + " uses IPv4")
                    .so("native_ipv6 is left out").hinting("write an instance for each family").done();
        }
    }

    /// RFC 9568 section 5.2.9.
    private void firstAddress(Draft draft, Switches switches, Delivery delivery, AddressAssembly.Lists lists) {
        if (InterfaceCheck.hasPeers(delivery) || lists.addresses().isEmpty()) {
            return;
        }
        IpAddress first = lists.addresses().get(0).address();
        if (!first.isV4() && !first.isLinkLocal()) {
            report.add(switches.strict() ? Problem.STRICT_CORRECTION : Problem.NOT_LINK_LOCAL, draft.header().place(),
                    "the first IPv6 address of " + nameOf(draft) + " should be link-local, but is " + first)
                    .so("the addresses are used as they are")
                    .hinting("put a link-local address first, the same on all routers of the group").done();
        }
    }

    private Switches switches(Draft draft, FamilyDecision family) {
        boolean strict = StrictMode.isOn(draft, global);
        VrrpVersion version = version(draft, family, strict);
        Optional<Entry<Boolean>> state = state(draft);
        boolean master = state.isPresent() && state.get().value();
        int priority = draft.value(PRIORITY, master ? Priority.OWNER : Priority.DEFAULT);
        if (state.isEmpty()) {
            master = priority == Priority.OWNER;
        } else if (strict && master != (priority == Priority.OWNER)) {
            master = !master;
            report.add(Problem.STRICT_CORRECTION, state.get().place(),
                    "in strict mode, state MASTER and priority 255 go together")
                    .so("state of " + nameOf(draft) + " is taken to be " + (master ? "MASTER" : "BACKUP")).done();
        }
        return new Switches(version, priority, master, strict);
    }

    /// VRRPv2 over IPv6 exists nowhere but in keepalived, where version 2 has to be written before the first address.
    private VrrpVersion version(Draft draft, FamilyDecision family, boolean strict) {
        Optional<Entry<VrrpVersion>> written = family.family() == Family.IPV4 ? firstVersion(draft)
                : draft.last(VERSION);
        if (family.family() == Family.IPV4) {
            return written.isPresent() ? written.get().value()
                    : global.value(GlobalKeywords.VRRP_VERSION, VrrpVersion.V2);
        }
        if (written.isEmpty() || written.get().value() == VrrpVersion.V3) {
            return VrrpVersion.V3;
        }
        if (!strict && !family.isKnownAt(written.get().place()) && !draft.has(InstanceKeywords.NATIVE_IPV6)) {
            return VrrpVersion.V2;
        }
        report.add(Problem.VERSION_CONFLICT, written.get().place(), "IPv6 needs version 3")
                .so("version 2 of " + nameOf(draft) + " is left out").done();
        return VrrpVersion.V3;
    }

    /// The first counts (8.5).
    private Optional<Entry<VrrpVersion>> firstVersion(Draft draft) {
        Optional<Entry<VrrpVersion>> first = Optional.empty();
        for (Entry<VrrpVersion> entry : draft.all(VERSION)) {
            if (first.isPresent() && entry.value() != first.get().value()) {
                repeated(draft, entry);
            }
            first = first.isPresent() ? first : Optional.of(entry);
        }
        return first;
    }

    /// Once MASTER, it stays so (8.5).
    private Optional<Entry<Boolean>> state(Draft draft) {
        Optional<Entry<Boolean>> state = Optional.empty();
        for (Entry<Boolean> entry : draft.all(STATE)) {
            if (state.isPresent() && state.get().value() && !entry.value()) {
                repeated(draft, entry);
            } else {
                state = Optional.of(entry);
            }
        }
        return state;
    }

    private void repeated(Draft draft, Entry<?> entry) {
        report.add(Problem.REPEATED, entry.place(), nameOf(draft) + " has another " + entry.word().text() + " already")
                .so("the first one is used, this one is left out").done();
    }

    private boolean isRefused(Draft draft, Switches switches, AddressAssembly.Lists lists) {
        boolean allowed = draft.has(InstanceKeywords.NO_VIRTUAL_IPADDRESS) && !switches.strict();
        if (!lists.addresses().isEmpty() || allowed) {
            return false;
        }
        if (switches.strict() || switches.version() == VrrpVersion.V3) {
            refuse(Problem.NO_ADDRESS, draft, "has no address, which VRRP version 3 and strict mode require",
                    "add virtual_ipaddress { ... } with at least one address");
            return true;
        }
        report.add(Problem.FEW_ADDRESSES, draft.header().place(), "instance " + nameOf(draft) + " has no address")
                .so("it elects a master, but nothing moves")
                .hinting("add virtual_ipaddress { ... }, or no_virtual_ipaddress if that is meant").done();
        return false;
    }

    /// RFC 3768 counts whole seconds, RFC 9568 centiseconds in 12 bits.
    private Duration interval(Draft draft, VrrpVersion version) {
        Optional<Entry<Duration>> entry = draft.last(ADVERT_INT);
        Duration asked = entry.isPresent() ? entry.get().value() : Duration.ofSeconds(1);
        long unit = version == VrrpVersion.V2 ? 1_000 : 10;
        long most = version == VrrpVersion.V2 ? 255_000 : 40_950;
        long units = (asked.toNanos() + unit * 500_000L) / (unit * 1_000_000L);
        Duration used = Duration.ofMillis(Math.clamp(units * unit, unit, most));
        if (entry.isPresent() && !used.equals(asked)) {
            String limit = version == VrrpVersion.V2 ? "whole seconds in VRRP version 2"
                    : "a multiple of 0.01 up to 40.95 seconds in VRRP version 3";
            report.add(Problem.INTERVAL_ROUNDED, entry.get().place(), "advert_int has to be " + limit)
                    .so("advert_int of " + nameOf(draft) + " is " + Decimal.seconds(used.toNanos() / 1_000)).done();
        }
        return used;
    }

    private int downTimer(Draft draft, boolean strict) {
        int adverts = draft.value(DOWN_TIMER_ADVERTS, global.value(GlobalKeywords.DOWN_TIMER_ADVERTS,
                DOWN_TIMER_DEFAULT));
        if (!strict || adverts == DOWN_TIMER_DEFAULT) {
            return adverts;
        }
        StrictMode.overrides(draft, DOWN_TIMER_ADVERTS, "down_timer_adverts has to be 3", report);
        return DOWN_TIMER_DEFAULT;
    }

    /// A router that starts as master would begin its sequence numbers at 1, where nobody listens any more.
    private Switches withAh(Draft draft, Switches switches, Authentication authentication) {
        if (!(authentication instanceof Authentication.Ah) || !switches.wantsMaster() || switches.owner()) {
            return switches;
        }
        report.add(Problem.AH_MASTER, draft.last(STATE).orElseThrow().place(),
                "with auth_type AH, a router that is not the owner starts as backup")
                .so("state of " + nameOf(draft) + " is taken to be BACKUP").done();
        return new Switches(switches.version(), switches.priority(), false, switches.strict());
    }
}
