package io.holdfast.lab;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A machine of the lab: a namespace with one interface, `eth0`, on a segment. It has an IPv4 address, and a global and
/// a link-local IPv6 address that end in the same number.
public final class Host {
    public static final String DEVICE = "eth0";

    private final String name;
    private final String address;
    private final Namespace namespace;
    private final Segment segment;
    private final AddressWatch watch;

    Host(String name, String address, Namespace namespace, Segment segment) {
        this.name = name;
        this.address = address;
        this.namespace = namespace;
        this.segment = segment;
        segment.plug(port(), namespace, DEVICE);
        // No addresses but these, and at once: nobody waits for their duplicates to be detected.
        namespace.ip("link set " + DEVICE + " addrgenmode none",
                "address add " + address + "/24 dev " + DEVICE,
                "address add " + linkLocal() + "/64 dev " + DEVICE + " nodad",
                "address add " + globalV6() + "/64 dev " + DEVICE + " nodad",
                "link set " + DEVICE + " up");
        watch = AddressWatch.start(namespace);
    }

    public String name() {
        return name;
    }

    /// The address of its own, which stays with it.
    public String address() {
        return address;
    }

    /// Its link-local address, `fe80::a:` and the last number of its IPv4 address.
    public String linkLocal() {
        return "fe80::a:" + number();
    }

    /// Its address in fd00:99::/64, ending in the same way.
    public String globalV6() {
        return "fd00:99::a:" + number();
    }

    private String number() {
        return address.substring(address.lastIndexOf('.') + 1);
    }

    /// Whether an address is one of those its packets come from.
    boolean sendsFrom(String ip) {
        return ip.equals(address) || ip.equals(linkLocal()) || ip.equals(globalV6());
    }

    /// The MAC address of its interface.
    public String mac() {
        String line = Command.run("ip", "-n", namespace.name(), "-o", "link", "show", DEVICE);
        List<String> words = List.of(line.trim().split("\\s+"));
        return words.get(words.indexOf("link/ether") + 1);
    }

    public Namespace namespace() {
        return namespace;
    }

    /// Its addresses as they come and go.
    public AddressWatch watch() {
        return watch;
    }

    String port() {
        return "p-" + name;
    }

    /// Puts in another card, on the same segment. The address is of a /24.
    public void addDevice(String device, String ownAddress) {
        segment.plug(port(device), namespace, device);
        namespace.ip("link set " + device + " addrgenmode none",
                "address add " + ownAddress + "/24 dev " + device,
                "link set " + device + " up");
    }

    /// Pulls or plugs the cable of such a card.
    public void carrier(String device, boolean up) {
        segment.carrier(port(device), up);
    }

    private String port(String device) {
        return port() + "-" + device;
    }

    public void pullCable() {
        segment.carrier(port(), false);
    }

    public void plugCable() {
        segment.carrier(port(), true);
    }

    /// Every IPv4 address with its prefix length, as `10.0.0.1/24`.
    public Set<String> addresses() {
        return addresses("-4", "inet");
    }

    private Set<String> addresses(String family, String word) {
        String listing = Command.run("ip", "-n", namespace.name(), "-o", family, "address", "show");
        return listing.lines().map(line -> List.of(line.trim().split("\\s+")))
                .map(words -> words.get(words.indexOf(word) + 1)).collect(Collectors.toSet());
    }

    /// Whether the host has an address, whatever its prefix length. IPv6 in its canonical form.
    public boolean holds(String ip) {
        Set<String> all = ip.contains(":") ? addresses("-6", "inet6") : addresses();
        return all.stream().anyMatch(held -> held.startsWith(ip + "/"));
    }

    /// Waits until the host has, or no longer has, an address.
    ///
    /// @throws AssertionError if that does not come in time
    public void expectHolds(String ip, boolean wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        int position = watch.changes().position();
        while (holds(ip) != wanted) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(name + (wanted ? " should hold " : " should not hold ") + ip + " after "
                        + patience.toMillis() + " ms; it has " + addresses() + "; changes: " + watch.changes().all());
            }
            // The kernel's report wakes us; a quarter of a second is for one that came before the monitor listened.
            watch.changes().awaitGrowth(position, Duration.ofMillis(250));
            position = watch.changes().position();
        }
    }

    void close() {
        watch.close();
    }
}
