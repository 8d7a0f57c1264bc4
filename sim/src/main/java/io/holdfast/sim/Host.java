package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.journal.Journal;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.track.LinkDelay;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One simulated machine, and what can be done to it.
public final class Host {
    private static final int MOST_INSTANCES = 64;

    private final World world;
    private final String name;
    private final int number;
    private final Kernel kernel = new Kernel(this::report);
    private final Interfaces interfaces;
    private final Services services;
    private final Clock clock;
    private final ByteBuffer journal = ByteBuffer.allocate(Journal.size(MOST_INSTANCES));
    private NodeSpec spec;
    private Optional<Daemon> daemon = Optional.empty();
    private long awakeSince;
    private boolean frozen;
    private int fuse = Integer.MAX_VALUE;

    /// @param number counted from 0; the machine's own addresses follow from it
    /// @param links  the names of its interfaces; those of the same place in the list share a segment
    Host(World world, String name, int number, List<String> links, Clock clock, NodeSpec spec) {
        this.world = world;
        this.name = name;
        this.number = number;
        this.interfaces = new Interfaces(kernel, number, links);
        this.services = new Services(world);
        this.clock = clock;
        this.spec = spec;
        interfaces.plugAll(world.now());
    }

    /// Starts the daemon, as after a boot or a kill.
    public void start() {
        note("starts");
        frozen = false;
        Daemon life = new Daemon(world, this, spec);
        daemon = Optional.of(life);
        awakeSince = world.now();
        kernel.forgetAllBut(configuredAddresses());
        life.start();
    }

    private Set<Prefix> configuredAddresses() {
        return spec.instances().stream()
                .flatMap(one -> Stream.concat(one.addresses().stream(), one.excluded().stream()))
                .map(VirtualAddress::prefix).collect(Collectors.toSet());
    }

    /// The daemon is told to end: it resigns and leaves no address behind. One that is paused is resumed for it.
    public void stop() {
        note("is told to end");
        if (isPaused()) {
            resume();
        }
        daemon.ifPresent(life -> {
            life.take(new NodeEvent.StopRequested(true));
            List<HeldAddress> left = kernel.virtual().stream().filter(held -> !kernel.isForgotten(held)).toList();
            if (life.isAlive() && !left.isEmpty()) {
                throw world.violation(name + " ended and left " + left);
            }
            end(life);
        });
    }

    /// SIGKILL: the daemon is gone, its addresses stay.
    public void kill() {
        note("is killed");
        daemon.ifPresent(this::end);
    }

    /// The next state change kills the daemon half-way through its actions.
    ///
    /// @param after how many of them are still carried out
    public void killInTransition(int after) {
        fuse = after;
    }

    /// Takes back [#killInTransition].
    public void spare() {
        fuse = Integer.MAX_VALUE;
    }

    /// How many of these actions are carried out before the daemon is killed; all, as a rule.
    int survives(List<Action> actions) {
        if (fuse >= actions.size() || actions.stream().noneMatch(Action.Notify.class::isInstance)) {
            return actions.size();
        }
        int survived = fuse;
        fuse = Integer.MAX_VALUE;
        return survived;
    }

    private void end(Daemon life) {
        life.die();
        daemon = Optional.empty();
    }

    /// SIGSTOP: the daemon does nothing, and does not know.
    public void pause() {
        note("is paused");
        daemon.ifPresent(Daemon::pause);
        reviewMembers();
    }

    /// The whole machine stops, as a virtual one does when its host suspends it: what arrives meanwhile is lost, and
    /// not even the kernel knows.
    public void freeze() {
        frozen = true;
        pause();
    }

    /// SIGCONT, or the end of [#freeze].
    public void resume() {
        note("is resumed");
        frozen = false;
        awakeSince = world.now();
        daemon.ifPresent(Daemon::resume);
        reviewMembers();
    }

    /// Reloads the daemon with other instances.
    public void reload(Instance... instances) {
        reload(Instance.node(List.of(instances)));
    }

    void reload(NodeSpec changed) {
        note("reloads");
        spec = changed;
        daemon.ifPresent(life -> life.take(new NodeEvent.ReloadCommitted(changed)));
    }

    /// Takes the carrier from an interface.
    public void linkDown(String link) {
        change(link + " is down", () -> interfaces.carrier(link, false, world.now()));
    }

    public void linkUp(String link) {
        change(link + " is up", () -> interfaces.carrier(link, true, world.now()));
    }

    /// Takes an interface out of the machine, with whatever addresses it has.
    public void unplug(String link) {
        change(link + " is unplugged", () -> interfaces.unplug(link));
    }

    /// Puts an interface back, if it is out. It has the name and the addresses it had, and another number.
    public void plug(String link) {
        change(link + " is plugged in", () -> interfaces.plug(link, world.now()));
    }

    /// Takes the machine's own addresses from an interface, and with them what advertisements are sent from.
    public void takeOwnAddresses(String link) {
        change(link + " loses its own addresses", () -> interfaces.takeAddresses(link));
    }

    public void giveOwnAddresses(String link) {
        change(link + " has its own addresses again", () -> interfaces.giveAddresses(link, world.now()));
    }

    private void change(String what, Runnable change) {
        note(what);
        change.run();
        reviewMembers();
    }

    /// Somebody who is not the daemon deletes an address, if it is there.
    public void deleteAddress(String address) {
        IpAddress wanted = IpAddress.literal(address);
        deleteSecretly(kernel.virtual().stream().filter(held -> held.prefix().address().equals(wanted)).toList());
    }

    /// From now on the kernel refuses to add an address.
    public void refuseAddress(String address) {
        IpAddress refused = IpAddress.literal(address);
        for (Member member : members()) {
            member.addresses().stream().filter(held -> held.prefix().address().equals(refused)).forEach(kernel::refuse);
        }
    }

    /// Somebody deletes whatever virtual addresses there are.
    public void deleteAllAddresses() {
        deleteSecretly(kernel.virtual());
    }

    private void deleteSecretly(List<HeldAddress> addresses) {
        note("somebody deletes " + addresses);
        addresses.forEach(kernel::deleteSecretly);
    }

    /// The daemon's netlink buffer overflows: notifications under way are lost.
    public void loseNotices() {
        note("loses notifications");
        daemon.ifPresent(Daemon::loseNotices);
    }

    public String name() {
        return name;
    }

    /// Whether its kernel has an address.
    public boolean holds(String address) {
        IpAddress wanted = IpAddress.literal(address);
        return kernel.virtual().stream().anyMatch(held -> held.prefix().address().equals(wanted));
    }

    /// The instances it is master of, by name; none while no daemon runs.
    public Set<String> masterOf() {
        Set<String> names = new TreeSet<>();
        for (Member member : members()) {
            if (member.isMaster()) {
                names.add(member.spec().name());
            }
        }
        return names;
    }

    /// The state of an instance as last notified; empty while no daemon runs.
    public Optional<VrrpStateName> state(String instance) {
        return members().stream().filter(member -> member.spec().name().equals(instance)).map(Member::state)
                .findFirst();
    }

    public boolean isRunning() {
        return daemon.isPresent();
    }

    public boolean isPaused() {
        return daemon.isPresent() && daemon.get().isPaused();
    }

    private void report(NodeEvent event) {
        world.holdings().changed(this);
        daemon.ifPresent(life -> life.notice(event));
    }

    private void reviewMembers() {
        members().forEach(world.elections()::review);
    }

    private void note(String text) {
        world.journal().note(world.now(), name, text);
    }

    /// A packet reaches the machine.
    void arrive(int segment, Packet packet) {
        Optional<Integer> index = kernel.indexOf(segment);
        if (!frozen && daemon.isPresent() && index.isPresent() && kernel.isUp(index.get())) {
            daemon.get().hear(index.get(), packet);
        }
    }

    /// Whether what is sent to an address on a segment is for this machine.
    boolean owns(int segment, IpAddress address) {
        return interfaces.isOwn(segment, address);
    }

    Clock clock() {
        return clock;
    }

    /// What its own clock shows.
    MonoTime now() {
        return clock.show(world.now());
    }

    /// What a killed daemon leaves to the next.
    ByteBuffer journal() {
        return journal;
    }

    int number() {
        return number;
    }

    Kernel kernel() {
        return kernel;
    }

    Collection<Member> members() {
        return daemon.isPresent() ? daemon.get().members() : List.of();
    }

    Optional<Member> member(InstanceId instance) {
        return daemon.flatMap(life -> life.known(instance));
    }

    /// What the node itself says about its instances.
    List<InstanceStatus> status() {
        return daemon.map(Daemon::status).orElse(List.of());
    }

    /// What the node itself says about one of them.
    Optional<InstanceStatus> status(InstanceId instance) {
        for (InstanceStatus status : status()) {
            if (status.id().equals(instance)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    NodeSpec spec() {
        return spec;
    }

    boolean isStarted() {
        return daemon.isPresent() && daemon.get().isStarted();
    }

    boolean isAwake() {
        return daemon.isPresent() && !daemon.get().isPaused();
    }

    long awakeSince() {
        return awakeSince;
    }

    boolean isUp(int linkIndex) {
        return kernel.isUp(linkIndex);
    }

    /// Whether what an instance needs is there, whatever the daemon knows of it.
    boolean isUsableFor(VrrpSpec instance) {
        return interfaces.index(instance.interfaceName().orElseThrow()).filter(kernel::isUsable).isPresent();
    }

    /// Since when it is.
    long usableSince(VrrpSpec instance) {
        return interfaces.index(instance.interfaceName().orElseThrow()).map(kernel::usableSince).orElse(world.now());
    }

    /// In a cluster that had time to settle: nothing is in FAULT, or not even prepared, that lacks nothing.
    void checkWorking() {
        for (InstanceStatus status : isAwake() ? status() : List.<InstanceStatus>of()) {
            boolean works = member(status.id()).isPresent() && status.state().name() != VrrpStateName.FAULT
                    && status.state().name() != VrrpStateName.INIT;
            if (!works && isProvidedFor(status.spec())) {
                throw world.violation(name + "/" + status.spec().name() + " is " + status.state().name()
                        + " although it has all it needs: " + status.faults());
            }
        }
    }

    /// Whether it and its sync group have all they need, whatever the daemon knows of it.
    private boolean isProvidedFor(VrrpSpec instance) {
        Reckoning reckoning = running().reckoning();
        return reckoning.isTrackedWell(instance) && reckoning.groupOf(instance).stream().allMatch(this::isUsableFor);
    }

    /// The daemon, while there is one.
    Daemon running() {
        return daemon.orElseThrow();
    }

    /// Of a sync group whose members fit together.
    void checkUnited() {
        daemon.ifPresent(life -> life.unity().checkSettled());
    }

    /// Since when the daemon knows that an instance and its sync group lack nothing; empty while they do.
    Optional<Long> wellSince(String instance) {
        return daemon.flatMap(life -> life.reckoning().wellSince(instance));
    }

    /// Whether an instance is in a sync group.
    boolean isGrouped(String instance) {
        for (SyncGroupSpec group : spec.surroundings().syncGroups()) {
            if (group.members().contains(instance)) {
                return true;
            }
        }
        return false;
    }

    /// The others of its sync group.
    List<String> groupOf(String instance) {
        return daemon.map(life -> life.reckoning().othersOf(instance)).orElse(List.of());
    }

    /// From now on a script does this.
    public void script(String script, Services.Behaviour behaviour) {
        note("script " + script + " from now on " + behaviour);
        services.script(script, behaviour);
    }

    /// Somebody writes a number into a file.
    public void file(String file, int value) {
        note("file " + file + " says " + value);
        if (services.file(file, value)) {
            daemon.ifPresent(life -> life.tracked(new NodeEvent.FileRead(file, value)));
        }
    }

    /// Processes begin or end.
    public void processes(String tracker, int count) {
        note(tracker + ": " + count + " run");
        if (services.processes(tracker, count)) {
            daemon.ifPresent(life -> life.tracked(new NodeEvent.ProcessesCounted(tracker, count)));
        }
    }

    Services services() {
        return services;
    }

    /// The longest that trackers take to come to rest once nothing changes any more.
    long trackersSettling() {
        TrackerSpec trackers = spec.surroundings().trackers();
        long longest = 0;
        for (ScriptSpec script : trackers.scripts()) {
            long run = Math.max(script.interval().toNanos(), script.timeout().toNanos() + Services.KILL_NANOS);
            longest = Math.max(longest, (Math.max(script.rise(), script.fall()) + 2) * (run
                    + script.interval().toNanos()));
        }
        long later = 0;
        for (ProcessSpec process : trackers.processes()) {
            later = Math.max(later, Math.max(process.forkDelay().toNanos(), process.terminateDelay().toNanos()));
        }
        for (LinkDelay delay : trackers.delays()) {
            later = Math.max(later, Math.max(delay.down().toNanos(), delay.up().toNanos()));
        }
        return Clock.atMost(Math.max(longest, later));
    }

    boolean hasMac(MacAddress mac) {
        return interfaces.hasMac(mac);
    }
}
