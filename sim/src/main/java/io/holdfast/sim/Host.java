package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.journal.Journal;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.Link;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.VirtualAddress;
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
    /// The number of the first interface, as on Linux: 1 is the loopback.
    private static final int FIRST_LINK = 2;
    private static final int MTU = 1500;
    private static final int MOST_INSTANCES = 64;

    private final World world;
    private final String name;
    private final int number;
    private final Kernel kernel = new Kernel(this::report);
    private final List<String> links;
    private final ByteBuffer journal = ByteBuffer.allocate(Journal.size(MOST_INSTANCES));
    private NodeSpec spec;
    private Optional<Daemon> daemon = Optional.empty();
    private long awakeSince;
    private boolean frozen;
    private int fuse = Integer.MAX_VALUE;

    /// @param number counted from 0; the machine's own addresses follow from it
    /// @param links  the names of its interfaces; those of the same place in the list share a segment
    Host(World world, String name, int number, List<String> links, NodeSpec spec) {
        this.world = world;
        this.name = name;
        this.number = number;
        this.links = links;
        this.spec = spec;
        for (int i = 0; i < links.size(); i++) {
            Link link = new Link(FIRST_LINK + i, links.get(i), Optional.of(mac(i)), MTU, true, true, true, false);
            kernel.addLink(link, ownAddress(i), world.now());
        }
    }

    private MacAddress mac(int link) {
        return new MacAddress(0x0200_0000_0000L | (link << 8) | (number + 1));
    }

    private HeldAddress ownAddress(int link) {
        return new HeldAddress(FIRST_LINK + link, Prefix.literal("10." + link + ".0." + (number + 1) + "/24"));
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
        setLink(link, false);
    }

    public void linkUp(String link) {
        setLink(link, true);
    }

    private void setLink(String link, boolean up) {
        note(link + (up ? " is up" : " is down"));
        kernel.setUp(indexOf(link), up, world.now());
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

    private int indexOf(String link) {
        int at = links.indexOf(link);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no interface " + link);
        }
        return FIRST_LINK + at;
    }

    /// A packet reaches the machine.
    void arrive(int linkIndex, IpAddress source, byte[] packet) {
        if (!frozen && daemon.isPresent() && kernel.isUp(linkIndex)) {
            daemon.get().hear(linkIndex, source, packet);
        }
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
        return daemon.map(life -> life.node().status()).orElse(List.of());
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

    boolean hasMac(MacAddress mac) {
        for (int i = 0; i < links.size(); i++) {
            if (mac(i).equals(mac)) {
                return true;
            }
        }
        return false;
    }
}
