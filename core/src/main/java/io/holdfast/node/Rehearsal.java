package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.notify.NotifySpec;
import io.holdfast.track.FileSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A failover played through with a node of its own before it counts: what a JVM does only the first time, loading
/// classes and linking call sites, would otherwise happen between a master's death and our first advertisement.
public final class Rehearsal {
    private static final String NAME = "rehearsal";
    private static final int LINK = 1;
    private static final int SAME_NETWORK = 255;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /// What differs from piece to piece.
    private record Piece(VrrpVersion version, boolean unicast, IpAddress self, IpAddress other, Prefix virtual) {

        private static Piece of(VrrpVersion version, boolean unicast, String self, String other, String virtual) {
            return new Piece(version, unicast, IpAddress.literal(self), IpAddress.literal(other),
                    Prefix.host(IpAddress.literal(virtual)));
        }

        private VrrpSpec spec(int priority, IpAddress peer) {
            VirtualAddress address = VirtualAddress.plain(virtual, NAME);
            Authentication authentication =
                    version == VrrpVersion.V2 ? new Authentication.Password("") : Authentication.NONE;
            VrrpSpec spec = new VrrpSpec(NAME, NAME, self.family(), 1, version, priority, false, INTERVAL,
                    3, true, Duration.ZERO, authentication, List.of(address), List.of(), GarpSpec.DEFAULT,
                    VrrpOptions.DEFAULT);
            return unicast ? spec.sending(Delivery.Unicast.to(peer), SourceSpec.OF_INTERFACE) : spec;
        }

        private IpAddress local() {
            return spec(1, other).delivery() instanceof Delivery.Multicast(var group) ? group : self;
        }
    }

    private static final Consumer<List<Action>> NOBODY = new Nobody();

    private final Consumer<List<Action>> audience;
    private final Piece piece;
    private final OutgoingAdvert other;
    private final SurroundingsSpec surroundings;
    private final Node node;
    private MonoTime now = new MonoTime(0);

    private Rehearsal(Piece piece, SurroundingsSpec surroundings, Consumer<List<Action>> audience) {
        this.audience = audience;
        this.piece = piece;
        this.other = new OutgoingAdvert(piece.spec(100, piece.self), piece.other, piece.local());
        this.node = new Node(NodeSpec.of(List.of(piece.spec(100, piece.other))).in(surroundings));
        this.surroundings = surroundings;
    }

    /// Plays a start, and nothing after it, to nobody: for a process that has some milliseconds until its own.
    public static void playStart() {
        Piece multicast = Piece.of(VrrpVersion.V2, false, "192.0.2.1", "192.0.2.2", "192.0.2.100");
        new Rehearsal(multicast, SurroundingsSpec.NONE, NOBODY).start();
    }

    /// Plays for each protocol version, family and kind of delivery.
    ///
    /// @param audience is shown the actions of each event, to rehearse its own part with; none of them may have an
    ///                 effect
    public static void play(Consumer<List<Action>> audience) {
        Piece multicast = Piece.of(VrrpVersion.V2, false, "192.0.2.1", "192.0.2.2", "192.0.2.100");
        Piece unicast = Piece.of(VrrpVersion.V3, true, "192.0.2.1", "192.0.2.2", "192.0.2.100");
        Piece ipv6 = Piece.of(VrrpVersion.V3, false, "fe80::1", "fe80::2", "2001:db8::100");
        for (Piece piece : List.of(multicast, unicast, ipv6)) {
            new Rehearsal(piece, surroundings(), audience).play();
        }
    }

    private void play() {
        start();
        hear(200);
        hear(200, SAME_NETWORK - 1);
        hear(0);
        becomeMaster();
        show(new NodeEvent.AddressRemoved(LINK, piece.virtual));
        InstancePlan plan = node.status().getFirst().plan().orElseThrow();
        show(new NodeEvent.AddressesApplied(plan.id(), plan.addresses(), List.of()));
        hear(50);
        hear(200);
        show(new NodeEvent.FileRead(NAME, 1));
        show(new NodeEvent.LoopLate(INTERVAL));
        becomeMaster();
        show(new NodeEvent.LinkChanged(link(false)));
        show(new NodeEvent.LinkChanged(link(true)));
        becomeMaster();
        show(new NodeEvent.ReloadCommitted(
                NodeSpec.of(List.of(piece.spec(90, piece.other))).in(surroundings)));
        show(new NodeEvent.LinkRemoved(LINK));
        show(new NodeEvent.StopRequested(true));
    }

    /// A tracker, and a sync group of one.
    private static SurroundingsSpec surroundings() {
        TrackList tracked = new TrackList(List.of(), List.of(),
                List.of(new Tracked(NAME, FileSpec.DEFAULT_WEIGHT)), List.of(), List.of());
        TrackerSpec trackers = new TrackerSpec(List.of(),
                List.of(new FileSpec(NAME, "/", FileSpec.DEFAULT_WEIGHT, Optional.empty())), List.of(), List.of(),
                List.of(), false);
        SyncGroupSpec group = new SyncGroupSpec(NAME, List.of(NAME), tracked, NotifySpec.NONE, true);
        return new SurroundingsSpec(trackers, List.of(), List.of(group), List.of());
    }

    private void start() {
        List<NodeEvent.AddressAdded> addresses =
                List.of(new NodeEvent.AddressAdded(LINK, Prefix.host(piece.self)),
                        new NodeEvent.AddressAdded(LINK, piece.virtual));
        show(new NodeEvent.Resynced(List.of(link(true)), addresses));
        show(new NodeEvent.Started(Memory.NONE));
    }

    private void show(NodeEvent event) {
        audience.accept(node.on(event, now));
    }

    private void hear(int priority) {
        hear(priority, SAME_NETWORK);
    }

    private void hear(int priority, int ttl) {
        ByteBuffer packet = other.next(priority, 0);
        show(new NodeEvent.PacketReceived(LINK, piece.other, piece.local(), ttl, packet));
    }

    /// Lets the wait run out, and one advertisement interval after it.
    private void becomeMaster() {
        for (int i = 0; i < 2; i++) {
            now = node.nextDeadline().orElseThrow();
            show(new NodeEvent.TimerFired());
        }
    }

    private static final class Nobody implements Consumer<List<Action>> {
        @Override
        public void accept(List<Action> actions) {
            // Nobody carries them out.
        }
    }

    private static Link link(boolean up) {
        return new Link(LINK, NAME, Optional.of(new MacAddress(0)), 1500, up, true, true, false);
    }
}
