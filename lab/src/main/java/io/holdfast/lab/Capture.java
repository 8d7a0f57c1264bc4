package io.holdfast.lab;

import io.holdfast.lab.wire.Packet;
import io.holdfast.lab.wire.Packet.Advert;
import io.holdfast.lab.wire.Packet.Announcement;
import io.holdfast.lab.wire.PcapReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Advertisements, and who says or asks where an address is, on a segment, captured by tcpdump on the bridge and read
/// as they come.
public final class Capture implements AutoCloseable {
    private static final String ANNOUNCEMENTS = "arp or (icmp6 and (ip6[40] == 135 or ip6[40] == 136))";

    /// Bytes kept of a frame. tcpdump's buffer has a place of this size for each frame that waits: with its usual size
    /// there are places for three dozen, and fifty instances that advertise at once are too many.
    private static final String FRAME = "2048";

    private final Background tcpdump;
    private final Timeline<Packet> packets = new Timeline<>();

    private Capture(Background tcpdump) {
        this.tcpdump = tcpdump;
    }

    /// Starts a capture and returns once it listens.
    public static Capture start(Segment segment) {
        return start(segment, "ip proto 112 or ip6 proto 112 or ip proto 51 or " + ANNOUNCEMENTS);
    }

    /// The same, for what some hosts send only: the kernel drops the rest, so that a storm does not drown it.
    public static Capture startFor(Segment segment, Host... senders) {
        String who = Stream.of(senders).map(host -> "src host " + host.address()).collect(Collectors.joining(" or "));
        return start(segment, ANNOUNCEMENTS + " or (ip proto 112 and (" + who + "))");
    }

    private static Capture start(Segment segment, String filter) {
        List<String> words = List.of("tcpdump", "-i", Segment.BRIDGE, "-n", "--immediate-mode", "-U", "-s", FRAME,
                "-w", "-", filter);
        Background tcpdump = Background.start(segment.namespace().inside(words));
        tcpdump.errorLines().expect("tcpdump to listen", 0, line -> line.says("listening on"), Duration.ofSeconds(20));
        Capture capture = new Capture(tcpdump);
        Thread.ofPlatform().daemon().name("capture").start(capture::read);
        return capture;
    }

    public Timeline<Packet> packets() {
        return packets;
    }

    /// A host's next advertisement for a virtual router, from a position on.
    public Advert expectAdvert(Host host, int vrid, int position, Duration patience) {
        return expectAdvert(host, vrid, position, _ -> true, patience);
    }

    /// The same, for one that is special in some way.
    public Advert expectAdvert(Host host, int vrid, int position, Predicate<Advert> wanted, Duration patience) {
        Packet packet = packets.expect("an advertisement of " + host.name() + " for vrid " + vrid, position,
                seen -> seen instanceof Advert advert && from(host, vrid, advert) && wanted.test(advert), patience);
        return (Advert) packet;
    }

    /// The next gratuitous ARP, or unsolicited neighbour advertisement, for an address, from a position on.
    public Announcement expectAnnouncement(String ip, int position, Duration patience) {
        Packet packet = packets.expect("an announcement of " + ip, position, seen -> seen instanceof Announcement news
                && news.isUnsolicited() && news.address().equals(ip), patience);
        return (Announcement) packet;
    }

    /// Every advertisement of a host for a virtual router from a position on.
    public Stream<Advert> adverts(Host host, int vrid, int position) {
        return packets.from(position).stream().mapMulti((packet, out) -> {
            if (packet instanceof Advert advert && from(host, vrid, advert)) {
                out.accept(advert);
            }
        });
    }

    /// The last advertisement of a host for a virtual router so far.
    public Optional<Advert> lastAdvert(Host host, int vrid) {
        return adverts(host, vrid, 0).reduce((_, later) -> later);
    }

    @Override
    public void close() {
        tcpdump.close();
    }

    private static boolean from(Host host, int vrid, Advert advert) {
        return host.sendsFrom(advert.source()) && advert.vrid() == vrid;
    }

    private void read() {
        try {
            PcapReader reader = new PcapReader(tcpdump.output());
            for (Optional<Packet> packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                packets.add(packet.get());
            }
        } catch (IOException _) {
            // tcpdump was ended in the middle of a packet: there is nothing more to see.
        } finally {
            packets.end();
        }
    }
}
