package io.holdfast.node;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OutgoingAdvert;
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
    private static final int LINK = 1;
    private static final IpAddress SELF = IpAddress.v4(0xc000_0201); // 192.0.2.1, a documentation address
    private static final IpAddress OTHER = IpAddress.v4(0xc000_0202);
    private static final Prefix VIRTUAL = Prefix.host(IpAddress.v4(0xc000_0264));
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Consumer<List<Action>> audience;
    private final VrrpSpec spec;
    private final OutgoingAdvert other;
    private final Node node;
    private MonoTime now = new MonoTime(0);

    private Rehearsal(VrrpVersion version, Consumer<List<Action>> audience) {
        this.audience = audience;
        this.spec = spec(version, 100);
        this.other = new OutgoingAdvert(spec, OTHER, NodeSpec.VRRP_GROUP_V4);
        this.node = new Node(NodeSpec.of(List.of(spec)));
    }

    /// Plays the piece once for each protocol version.
    ///
    /// @param audience is shown the actions of each event, to rehearse its own part with; none of them may have an
    ///                 effect
    public static void play(Consumer<List<Action>> audience) {
        for (VrrpVersion version : VrrpVersion.values()) {
            new Rehearsal(version, audience).play();
        }
    }

    private void play() {
        List<NodeEvent.AddressAdded> addresses =
                List.of(new NodeEvent.AddressAdded(LINK, Prefix.host(SELF)), new NodeEvent.AddressAdded(LINK, VIRTUAL));
        show(new NodeEvent.Resynced(List.of(link(true)), addresses));
        show(new NodeEvent.Started());
        hear(200);
        hear(200);
        hear(0);
        becomeMaster();
        show(new NodeEvent.AddressRemoved(LINK, VIRTUAL));
        InstancePlan plan = node.status().getFirst().plan().orElseThrow();
        show(new NodeEvent.AddressesApplied(plan.id(), plan.addresses(), List.of()));
        hear(50);
        hear(200);
        show(new NodeEvent.LoopLate(INTERVAL));
        becomeMaster();
        show(new NodeEvent.LinkChanged(link(false)));
        show(new NodeEvent.LinkChanged(link(true)));
        becomeMaster();
        show(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(spec(spec.version(), 90)))));
        show(new NodeEvent.LinkRemoved(LINK));
        show(new NodeEvent.StopRequested(true));
    }

    private void show(NodeEvent event) {
        audience.accept(node.on(event, now));
    }

    private void hear(int priority) {
        ByteBuffer packet = other.next(priority);
        show(new NodeEvent.PacketReceived(LINK, OTHER, packet));
    }

    /// Lets the wait run out, and one advertisement interval after it.
    private void becomeMaster() {
        for (int i = 0; i < 2; i++) {
            now = node.nextDeadline().orElseThrow();
            show(new NodeEvent.TimerFired());
        }
    }

    private static Link link(boolean up) {
        return new Link(LINK, "rehearsal", Optional.of(new MacAddress(0)), 1500, up, true, true, false);
    }

    private static VrrpSpec spec(VrrpVersion version, int priority) {
        VirtualAddress address = VirtualAddress.plain(VIRTUAL, "rehearsal");
        Authentication authentication =
                version == VrrpVersion.V2 ? new Authentication.Password("") : Authentication.NONE;
        return new VrrpSpec("rehearsal", "rehearsal", Family.IPV4, 1, version, priority, false, INTERVAL, 3, true,
                Duration.ZERO, authentication, List.of(address), List.of(), GarpSpec.DEFAULT, VrrpOptions.DEFAULT);
    }
}
