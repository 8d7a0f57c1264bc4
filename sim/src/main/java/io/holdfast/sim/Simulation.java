package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.node.NodeSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A cluster under virtual time. The same seed and the same calls give the same run, to the nanosecond.
///
/// ```java
/// var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
/// sim.cut("strong", "weak");
/// sim.runFor(Duration.ofSeconds(5));
/// sim.heal();
/// sim.settle();
/// assertEquals(Set.of("strong"), sim.masters(), sim::replay);
/// ```
///
/// ```
///   EventQueue ---> Host: Kernel + Daemon(Node) ---> Network ---> Host ...
///        after each step: Holdings (addresses), Elections (masters, within Bounds)
/// ```
///
/// A broken invariant ends the run with a [Violation] that holds the seed and the journal.
public final class Simulation {
    private static final int DEFAULT_VRID = 51;
    private static final String DEFAULT_ADDRESS = "10.0.0.100";
    private static final List<String> DEFAULT_LINKS = List.of("eth0", "eth1");

    private final World world;
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    private Simulation(long seed, int journalCapacity) {
        this.world = new World(seed, journalCapacity);
    }

    public static Simulation seeded(long seed) {
        return new Simulation(seed, Journal.USUAL_CAPACITY);
    }

    /// One that can tell everything that happened from the beginning, as long as it is no more than this.
    ///
    /// @param entries a power of two
    static Simulation remembering(long seed, int entries) {
        return new Simulation(seed, entries);
    }

    /// Adds a machine with one VRRPv2 instance for 10.0.0.100; it starts with the next step.
    public Simulation node(String name, int priority) {
        return node(name, Instance.vrid(DEFAULT_VRID).priority(priority).address(DEFAULT_ADDRESS));
    }

    public Simulation node(String name, Instance... instances) {
        return node(name, Instance.node(List.of(instances)));
    }

    /// Adds a machine with the interfaces eth0 and eth1, whose daemon starts with the next step.
    public Simulation node(String name, NodeSpec spec) {
        return node(name, 0, spec);
    }

    /// Adds a machine whose clock gains so many microseconds in a second.
    ///
    /// @param driftPpm from -200 to 200
    public Simulation node(String name, int driftPpm, NodeSpec spec) {
        Host host = new Host(world, name, hosts.size(), DEFAULT_LINKS, world.newClock(driftPpm), spec);
        hosts.put(name, host);
        world.network().connect(host);
        world.at(world.now(), host::start);
        return this;
    }

    public Host host(String name) {
        return Optional.ofNullable(hosts.get(name)).orElseThrow(
                () -> new IllegalArgumentException("no machine " + name));
    }

    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    /// Packets travel in neither direction any more.
    public void cut(String one, String other) {
        cutOneWay(one, other);
        cutOneWay(other, one);
    }

    /// Packets from one machine no longer reach the other, but still the other way round.
    public void cutOneWay(String from, String to) {
        note("cut from " + from + " to " + to);
        world.network().path(host(from), host(to)).set(false, world.now());
    }

    /// Separates two sets of machines.
    public void partition(Set<String> some, Set<String> others) {
        some.forEach(one -> others.forEach(other -> cut(one, other)));
    }

    /// From now on the network treats packets like this.
    public void conditions(Conditions conditions) {
        note(conditions.toString());
        world.network().conditions(conditions);
    }

    /// Opens all paths, and the network is a quiet switch again.
    public void heal() {
        note("healed");
        world.network().healCuts();
        world.network().conditions(Conditions.LAN);
    }

    /// Lets virtual time pass.
    ///
    /// @throws Violation at the first step after which an invariant does not hold
    public void runFor(Duration duration) {
        world.runUntil(world.now() + duration.toNanos());
    }

    /// Lets a healed cluster settle, for as long as [Bounds#settling] allows and not longer, and checks that each
    /// election has the expected master.
    ///
    /// @return how long that was
    /// @throws Violation if one has not
    public Duration settle() {
        runFor(Duration.ZERO); // who was only just added starts, so that it is known what it needs
        long longestStart = 0;
        for (Host host : hosts.values()) {
            longestStart = Math.max(longestStart, host.spec().startupDelay().toNanos() + host.trackersSettling());
        }
        Duration needed = Duration.ofNanos(longestStart + world.elections().settling());
        runFor(needed);
        world.elections().checkSettled();
        hosts.values().forEach(Host::checkWorking);
        if (!world.elections().areDiscordant()) {
            hosts.values().forEach(Host::checkUnited);
        }
        return needed;
    }

    /// Whether sync groups of different machines need not fit together: then nobody can say who should be master of
    /// them, or that anybody is.
    void discordant(boolean groups) {
        world.elections().discordant(groups);
    }

    /// Lets time pass in which nothing happens to a settled cluster.
    ///
    /// @throws Violation if any instance changes its state
    public void stayCalmFor(Duration duration) {
        world.elections().expectCalm(true);
        runFor(duration);
        world.elections().expectCalm(false);
    }

    /// Lets something happen later, in the middle of a run.
    public void at(Duration fromNow, Runnable what) {
        world.at(world.now() + fromNow.toNanos(), what::run);
    }

    /// The machines that are master of anything.
    public Set<String> masters() {
        Set<String> names = new TreeSet<>();
        hosts.values().stream().filter(host -> !host.masterOf().isEmpty()).forEach(host -> names.add(host.name()));
        return names;
    }

    /// The machines that are master of the instance of this name.
    public Set<String> masters(String instance) {
        Set<String> names = new TreeSet<>();
        hosts.values().stream().filter(host -> host.masterOf().contains(instance))
                .forEach(host -> names.add(host.name()));
        return names;
    }

    /// The machines whose kernel has an address, with or without a daemon that put it there.
    public List<String> holders(String address) {
        return hosts.values().stream().filter(host -> host.holds(address)).map(Host::name).toList();
    }

    /// The machine whose announcement of an address a client heard last.
    public Optional<String> reached(String address) {
        return world.neighbours().whoHas(IpAddress.literal(address)).flatMap(mac -> hosts.values().stream()
                .filter(host -> host.hasMac(mac)).map(Host::name).findFirst());
    }

    /// How many state changes were notified so far.
    public long transitions() {
        return world.elections().transitions();
    }

    /// The seed and the journal, for the message of a failed assertion.
    public String replay() {
        return world.journal().text();
    }

    private void note(String text) {
        world.journal().note(world.now(), "network", text);
    }
}
