package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.ADVERT_INT;
import static io.holdfast.config.vrrp.InstanceKeywords.DOWN_TIMER_ADVERTS;
import static io.holdfast.config.vrrp.InstanceKeywords.INTERFACE;
import static io.holdfast.config.vrrp.InstanceKeywords.NOPREEMPT;
import static io.holdfast.config.vrrp.InstanceKeywords.OWNER_IGNORE_ADVERTS;
import static io.holdfast.config.vrrp.InstanceKeywords.PREEMPT;
import static io.holdfast.config.vrrp.InstanceKeywords.PREEMPT_DELAY;
import static io.holdfast.config.vrrp.InstanceKeywords.PRIORITY;
import static io.holdfast.config.vrrp.InstanceKeywords.STATE;
import static io.holdfast.config.vrrp.InstanceKeywords.STRICT_MODE;
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
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.value.SecondsValue;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VrrpOptions;
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
    private final Host host;
    private final Reporter report;
    private final GarpAssembly garp;
    private final AddressAssembly addresses;
    private final DeliveryAssembly deliveries;
    private final AuthenticationAssembly authentications;
    private final ReceiveBuffers buffers;
    private final boolean dynamicInterfaces;

    /// @param machine what addresses refer to
    public InstanceAssembly(Draft global, Host host, Machine machine, Reporter report) {
        this.global = global;
        this.host = host;
        this.report = report;
        garp = new GarpAssembly(global);
        dynamicInterfaces = global.has(GlobalKeywords.DYNAMIC_INTERFACES);
        addresses = new AddressAssembly(host, machine, report);
        deliveries = new DeliveryAssembly(global, report);
        authentications = new AuthenticationAssembly(host, report);
        buffers = new ReceiveBuffers(global, host, report);
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
        boolean reachable = name.isPresent() ? isInterfaceUsable(draft, delivery)
                : isReachableWithoutInterface(draft, delivery, source);
        if (vrid.isEmpty() || !reachable) {
            return Optional.empty();
        }
        Switches written = switches(draft, family);
        Duration interval = interval(draft, written.version());
        Authentication authentication = authentications.authentication(draft, new AuthenticationAssembly.Setting(
                written.version(), family.family(), written.strict(), interval));
        Switches switches = withAh(draft, written, authentication);
        AddressAssembly.Lists lists = addresses.lists(draft, name, switches.version(), family,
                authentication);
        if (lists.refused() || isRefused(draft, switches, lists) || isStrictUnicast(draft, switches, delivery)) {
            return Optional.empty();
        }
        firstAddress(draft, switches, delivery, lists);
        acceptance(draft, switches);
        VrrpSpec spec = new VrrpSpec(nameOf(draft), name, family.family(), vrid.get(), switches.version(),
                switches.priority(), switches.wantsMaster(), interval,
                downTimer(draft, switches.strict()), preempts(draft, switches), preemptDelay(draft, switches),
                authentication, delivery, source, lists.addresses(), lists.excluded(),
                garp.spec(draft, switches.strict()), options(draft, switches), OptionalInt.empty());
        return Optional.of(buffers.applyTo(spec, draft));
    }

    /// What several rules depend on.
    private record Switches(VrrpVersion version, int priority, boolean wantsMaster, boolean strict) {
        boolean owner() {
            return priority == Priority.OWNER;
        }
    }

    static String nameOf(Draft draft) {
        return Shown.text(draft.header().text());
    }

    private void refuse(Problem problem, Draft draft, String what, String hint) {
        report.add(problem, draft.header().place(), "instance " + nameOf(draft) + " " + what)
                .so("keepalived gives up at this point, so the configuration is refused").hinting(hint).done();
    }

    private boolean isInterfaceUsable(Draft draft, Delivery delivery) {
        Entry<String> entry = draft.last(INTERFACE).orElseThrow();
        String name = entry.value();
        if (host.isLoopback(name)) {
            report.add(Problem.LOOPBACK, entry.place(), Shown.text(name) + " leads to no other router")
                    .so("keepalived gives up at this point, so the configuration is refused")
                    .hinting("name the interface that the other routers are reached by; an address may still be put on "
                            + "this one with dev").done();
            return false;
        }
        if (!dynamicInterfaces && !host.hasInterface(name)) {
            report.add(Problem.UNKNOWN_INTERFACE, entry.place(), "there is no interface " + Shown.text(name))
                    .so("keepalived gives up at this point, so the configuration is refused")
                    .hinting("ip link shows the names there are; dynamic_interfaces in global_defs allows absent ones")
                    .done();
            return false;
        }
        if (delivery instanceof Delivery.Multicast && !host.isMulticast(name)) {
            report.add(Problem.NOT_MULTICAST, entry.place(), Shown.text(name) + " cannot multicast")
                    .so(nameOf(draft) + " stays in fault").hinting("name its peers with unicast_peer { ... }").done();
        }
        return true;
    }

    /// Unicast leaves by whatever interface the routing table says, from an address that has to be known.
    private boolean isReachableWithoutInterface(Draft draft, Delivery delivery, SourceSpec source) {
        if (delivery instanceof Delivery.Multicast) {
            refuse(Problem.NO_INTERFACE, draft, "has no interface", "add interface and its name, as ip link shows it");
        } else if (source.configured().isEmpty()) {
            refuse(Problem.NO_SOURCE, draft, "has neither an interface nor a source address",
                    "add interface, or unicast_src_ip and the address that its peers send to");
        } else if (source.configured().get().isLinkLocal()) {
            refuse(Problem.NO_SOURCE, draft, "has a link-local source address, which means nothing without interface",
                    "add interface and its name, as ip link shows it");
        } else {
            return true;
        }
        return false;
    }

    private boolean isStrictUnicast(Draft draft, Switches switches, Delivery delivery) {
        Optional<String> name = draft.value(INTERFACE);
        boolean strict = switches.strict() && delivery instanceof Delivery.Unicast && name.isPresent()
                && host.isMulticast(name.get());
        if (strict) {
            refuse(Problem.STRICT_UNICAST, draft, "uses unicast in strict mode, although its interface can multicast",
                    "take out unicast_peer, or strict mode");
        }
        return strict;
    }

    /// RFC 9568 section 5.2.9.
    private void firstAddress(Draft draft, Switches switches, Delivery delivery, AddressAssembly.Lists lists) {
        if (delivery instanceof Delivery.Unicast || lists.addresses().isEmpty()) {
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
        boolean strict = draft.value(STRICT_MODE, global.value(GlobalKeywords.STRICT, false));
        VrrpVersion version = version(draft, family, strict);
        Optional<Entry<Boolean>> state = draft.last(STATE);
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
        Optional<Entry<VrrpVersion>> written = draft.last(VERSION);
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
                    .so("advert_int of " + nameOf(draft) + " is " + SecondsValue.show(used.toNanos() / 1_000)).done();
        }
        return used;
    }

    private int downTimer(Draft draft, boolean strict) {
        int adverts = draft.value(DOWN_TIMER_ADVERTS, global.value(GlobalKeywords.DOWN_TIMER_ADVERTS,
                DOWN_TIMER_DEFAULT));
        if (!strict || adverts == DOWN_TIMER_DEFAULT) {
            return adverts;
        }
        strict(draft, DOWN_TIMER_ADVERTS, "down_timer_adverts has to be 3");
        return DOWN_TIMER_DEFAULT;
    }

    /// Reports that strict mode overrides what an instance says; a global setting is overridden in silence.
    private void strict(Draft draft, Keyword<?> keyword, String message) {
        draft.last(keyword).ifPresent(entry -> report
                .add(Problem.STRICT_CORRECTION, entry.word().place(), "in strict mode, " + message)
                .so(keyword.name() + " of " + nameOf(draft) + " is overridden").done());
    }

    private boolean preempts(Draft draft, Switches switches) {
        Optional<Entry<Boolean>> nopreempt = lastNoPreempt(draft);
        if (nopreempt.isEmpty()) {
            return true;
        }
        if (!switches.owner() && !switches.wantsMaster()) {
            return false;
        }
        String with = switches.owner() ? "priority 255" : "state MASTER";
        report.add(Problem.PREEMPT_CONFLICT, nopreempt.get().place(), "nopreempt does not go together with " + with)
                .so("nopreempt of " + nameOf(draft) + " is left out: it takes over from a weaker master")
                .hinting(switches.owner() ? "" : "write state BACKUP on all routers of the group").done();
        return true;
    }

    /// `nopreempt` unless a later `preempt` undoes it.
    private static Optional<Entry<Boolean>> lastNoPreempt(Draft draft) {
        Optional<Entry<Boolean>> nopreempt = draft.last(NOPREEMPT);
        Optional<Entry<Boolean>> preempt = draft.last(PREEMPT);
        boolean undone = nopreempt.isPresent() && preempt.isPresent()
                && preempt.get().place().record() > nopreempt.get().place().record();
        return undone ? Optional.empty() : nopreempt;
    }

    private Duration preemptDelay(Draft draft, Switches switches) {
        Optional<Entry<Duration>> delay = draft.last(PREEMPT_DELAY);
        if (delay.isEmpty() || delay.get().value().isZero()) {
            return Duration.ZERO;
        }
        boolean nopreempt = lastNoPreempt(draft).isPresent() && !switches.owner() && !switches.wantsMaster();
        String with = switches.wantsMaster() ? "state MASTER"
                : switches.strict() ? "strict mode" : nopreempt ? "nopreempt" : "";
        if (with.isEmpty()) {
            return delay.get().value();
        }
        report.add(Problem.PREEMPT_CONFLICT, delay.get().word().place(),
                "preempt_delay does not go together with " + with)
                .so("preempt_delay of " + nameOf(draft) + " is left out")
                .hinting(switches.wantsMaster() ? "write state BACKUP on all routers of the group" : "").done();
        return Duration.ZERO;
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

    private VrrpOptions options(Draft draft, Switches switches) {
        boolean strict = switches.strict();
        boolean silent = draft.value(InstanceKeywords.LOWER_PRIO_NO_ADVERT,
                global.value(GlobalKeywords.LOWER_PRIO_NO_ADVERT, strict));
        boolean parting = draft.value(InstanceKeywords.HIGHER_PRIO_SEND_ADVERT,
                global.value(GlobalKeywords.HIGHER_PRIO_SEND_ADVERT, false));
        if (strict && !silent) {
            strict(draft, InstanceKeywords.LOWER_PRIO_NO_ADVERT, "advertisements of lower priority are not answered");
        }
        if (strict && parting) {
            strict(draft, InstanceKeywords.HIGHER_PRIO_SEND_ADVERT, "nothing is sent before yielding");
        }
        return new VrrpOptions(
                draft.value(InstanceKeywords.SKIP_CHECK_ADV_ADDR,
                        global.value(GlobalKeywords.SKIP_CHECK_ADV_ADDR, false)),
                silent || strict, parting && !strict, ownerIgnores(draft, switches),
                draft.has(InstanceKeywords.DONT_TRACK_PRIMARY),
                draft.value(InstanceKeywords.V3_CHECKSUM_AS_V2, global.has(GlobalKeywords.V3_CHECKSUM_AS_V2)),
                timerExpiredBackup(draft, switches));
    }

    private OptionalInt timerExpiredBackup(Draft draft, Switches switches) {
        Optional<Entry<Integer>> old = draft.last(InstanceKeywords.THREAD_TIMER_EXPIRED);
        if (old.isPresent()) {
            report.add(Problem.OLD_NAME, old.get().word().place(),
                    "thread_timer_expired is called timer_expired_backup now").so("it is used").done();
        }
        Optional<Entry<Integer>> option = draft.last(InstanceKeywords.TIMER_EXPIRED_BACKUP);
        option = option.isPresent() ? option : old;
        if (option.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean nopreempt = lastNoPreempt(draft).isPresent() && !switches.owner() && !switches.wantsMaster();
        if (nopreempt) {
            return OptionalInt.of(option.get().value());
        }
        report.add(Problem.PREEMPT_CONFLICT, option.get().word().place(), "timer_expired_backup needs nopreempt")
                .so("timer_expired_backup of " + nameOf(draft) + " is left out").done();
        return OptionalInt.empty();
    }

    /// RFC 9568 section 6.1, Accept_Mode, which strict mode takes at its word.
    private void acceptance(Draft draft, Switches switches) {
        if (!switches.strict() || switches.owner()) {
            return;
        }
        Optional<Entry<Boolean>> accept = draft.last(InstanceKeywords.ACCEPT);
        if (accept.isPresent() && switches.version() == VrrpVersion.V2) {
            strict(draft, InstanceKeywords.ACCEPT, "VRRP version 2 knows no accept mode");
        } else if (accept.isEmpty()) {
            report.add(Problem.NO_EFFECT_YET, draft.header().place(),
                    "in strict mode, " + nameOf(draft) + " should drop traffic to its addresses, which it does not yet")
                    .so("traffic to the addresses is accepted").done();
        }
    }

    private boolean ownerIgnores(Draft draft, Switches switches) {
        Optional<Entry<Boolean>> own = draft.last(OWNER_IGNORE_ADVERTS);
        boolean ignores = own.isPresent() ? own.get().value()
                : global.value(GlobalKeywords.OWNER_IGNORE_ADVERTS, switches.strict());
        if (own.isPresent() && ignores && !switches.owner()) {
            report.add(Problem.OWNER_SETTING, own.get().word().place(), "owner_ignore_adverts is for priority 255 only")
                    .so("owner_ignore_adverts of " + nameOf(draft) + " is off").done();
        }
        if (switches.strict() && switches.owner() && !ignores) {
            strict(draft, OWNER_IGNORE_ADVERTS, "the owner of the addresses ignores advertisements");
        }
        return switches.owner() && (ignores || switches.strict());
    }
}
