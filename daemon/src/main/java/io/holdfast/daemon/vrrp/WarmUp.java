package io.holdfast.daemon.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.node.Action;
import io.holdfast.node.Link;
import io.holdfast.node.Node;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Goes once through a failover before there is one: the real node, the real runner, the real encoders, over descriptors
/// on which every system call fails. What a JVM does the first time it takes a path (loading classes, linking call
/// sites) would otherwise happen while a service is down.
final class WarmUp {
    private static final String INTERFACE = "warm-up";
    private static final int LINK = Integer.MAX_VALUE;
    private static final Prefix OWN = Prefix.literal("192.0.2.1/24");
    private static final IpAddress PEER = IpAddress.literal("192.0.2.2");

    private final Node node;
    private final SocketPool sockets = SocketPool.dry();
    private final RouteOps ops = RouteOps.over(Descriptor.invalid());
    private final PacketSocket packets = PacketSocket.over(Descriptor.invalid());
    private final ActionRunner runner =
            new ActionRunner(sockets, new AddressChanges(ops), packets, Log.discarding());
    private MonoTime now = MonoTime.ofMicros(0);

    private WarmUp(VrrpSpec spec) {
        node = new Node(NodeSpec.of(List.of(spec)));
        tell(new NodeEvent.Resynced(List.of(link(true)), List.of(new NodeEvent.AddressAdded(LINK, OWN))));
        tell(new NodeEvent.Started());
        failOver();
        hear(spec, Priority.HIGHEST_BACKUP);
        hear(spec, Priority.HIGHEST_BACKUP);
        hear(spec, Priority.RESIGN);
        failOver();
        hear(spec, 1);
        tell(new NodeEvent.LinkChanged(link(false)));
        tell(new NodeEvent.LinkChanged(link(true)));
        tell(new NodeEvent.StopRequested(true));
    }

    static void run() {
        warm(spec(VrrpVersion.V2, new Authentication.Password("warm-up")));
        warm(spec(VrrpVersion.V3, Authentication.NONE));
    }

    private static void warm(VrrpSpec spec) {
        WarmUp warmUp = new WarmUp(spec);
        warmUp.runner.close();
        warmUp.sockets.close();
        warmUp.packets.close();
        warmUp.ops.close();
    }

    /// Silence until the instance is master and has sent its first periodic advertisement.
    private void failOver() {
        now = now.plus(Duration.ofMinutes(1));
        tell(new NodeEvent.LoopLate(Duration.ofMillis(2)));
        tell(new NodeEvent.TimerFired());
        Optional<MonoTime> next = node.nextDeadline();
        now = next.isPresent() && next.get().isAfter(now) ? next.get() : now;
        tell(new NodeEvent.TimerFired());
    }

    private void hear(VrrpSpec spec, int priority) {
        now = now.plusMicros(1_000);
        var packet = new OutgoingAdvert(spec, PEER, NodeSpec.VRRP_GROUP_V4).next(priority);
        tell(new NodeEvent.PacketReceived(LINK, PEER, packet));
    }

    private void tell(NodeEvent event) {
        run(node.on(event, now));
        for (Optional<NodeEvent> learnt = runner.learnt(); learnt.isPresent(); learnt = runner.learnt()) {
            run(node.on(learnt.get(), now));
        }
    }

    private void run(List<Action> actions) {
        runner.run(actions);
    }

    private static Link link(boolean up) {
        return new Link(LINK, INTERFACE, Optional.of(new MacAddress(0x0200_0000_0001L)), 1500, up, true, true, false);
    }

    private static VrrpSpec spec(VrrpVersion version, Authentication authentication) {
        VirtualAddress address = VirtualAddress.plain(Prefix.literal("192.0.2.100/24"), INTERFACE);
        return new VrrpSpec(INTERFACE, INTERFACE, OWN.family(), 1, version, Priority.DEFAULT, false,
                Duration.ofSeconds(1), 3, true, Duration.ZERO, authentication, List.of(address), List.of(),
                GarpSpec.DEFAULT, VrrpOptions.DEFAULT);
    }
}
