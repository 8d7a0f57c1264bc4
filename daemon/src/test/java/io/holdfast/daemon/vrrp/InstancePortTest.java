package io.holdfast.daemon.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Ports over descriptors on which every system call fails: each kind of delivery is encoded and handed over, and what
/// the kernel says comes back as a number.
class InstancePortTest {
    private static final IpAddress V4 = IpAddress.literal("192.0.2.1");
    private static final IpAddress V6 = IpAddress.literal("fe80::1");
    private static final Optional<MacAddress> MAC = Optional.of(new MacAddress(0x02_00_00_00_00_0aL));

    private static InstancePlan plan(IpAddress source, Delivery delivery, String... addresses) {
        List<PlacedAddress> placed = new ArrayList<>();
        List<VirtualAddress> advertised = new ArrayList<>();
        List<VirtualAddress> excluded = new ArrayList<>();
        for (String text : addresses) {
            VirtualAddress address = VirtualAddress.plain(Prefix.literal(text), "lo");
            (address.address().isV4() == source.isV4() ? advertised : excluded).add(address);
            placed.add(new PlacedAddress(address, 1, MAC));
        }
        Family family = source.family();
        VrrpSpec spec = new VrrpSpec("test", "lo", family, 51, VrrpVersion.V3, 100, false, Duration.ofSeconds(1), 3,
                true, Duration.ZERO, Authentication.NONE, advertised, excluded, GarpSpec.DEFAULT, VrrpOptions.DEFAULT)
                .sending(delivery, SourceSpec.OF_INTERFACE);
        return new InstancePlan(new InstanceId(1, "test"), spec, 1, source, false, placed);
    }

    private static int send(InstancePlan plan) {
        try (SocketPool sockets = SocketPool.dry()) {
            return new InstancePort(plan, sockets.acquire(1, "lo", plan.local())).sendAdvert(100);
        }
    }

    @Test
    void everyKindOfAdvertisementReachesTheKernel() {
        Peer one = Peer.anywhere(IpAddress.literal("2001:db8::2"));
        Peer other = Peer.anywhere(IpAddress.literal("2001:db8::3"));
        Delivery peers =
                new Delivery.Unicast(List.of(one, other), OptionalInt.of(3), false, OldChecksum.DEFAULT);

        assertThat(send(plan(V4, Delivery.GROUP_V4, "192.0.2.100/32"))).isEqualTo(Errno.EBADF);
        assertThat(send(plan(V4, Delivery.Unicast.to(V4), "192.0.2.100/32"))).isEqualTo(Errno.EBADF);
        assertThat(send(plan(V6, Delivery.GROUP_V6, "fe80::100/64"))).isEqualTo(Errno.EBADF);
        assertThat(send(plan(V6, peers, "fe80::100/64"))).isEqualTo(Errno.EBADF);
        assertThat(send(plan(V6, Delivery.Unicast.to(), "fe80::100/64"))).isZero();
    }

    @Test
    void addressesOfBothFamiliesAreAnnounced() {
        InstancePlan plan = plan(V4, Delivery.GROUP_V4, "192.0.2.100/32", "2001:db8::100/64");
        try (SocketPool sockets = SocketPool.dry();
                PacketSocket packets = PacketSocket.over(Descriptor.invalid())) {
            InstancePort port = new InstancePort(plan, sockets.acquire(1, "lo", plan.local()));
            Forwarding forwarding = new Forwarding();

            assertThat(port.announce(packets, forwarding, 2)).isEqualTo(Errno.EBADF);
            for (PlacedAddress address : plan.addresses()) {
                assertThat(InstancePort.announceOne(address, packets, forwarding, 1)).isEqualTo(Errno.EBADF);
            }
            PlacedAddress silent = new PlacedAddress(plan.addresses().getFirst().address(), 1, Optional.empty());
            assertThat(InstancePort.announceOne(silent, packets, forwarding, 1)).isZero();
        }
    }

    @Test
    void socketsAreSharedByWhoeverHasTheSameInterfaceAndLocalAddress() {
        try (SocketPool sockets = SocketPool.dry()) {
            SocketPool.Entry group = sockets.acquire(1, "lo", Delivery.GROUP_V6.group());

            assertThat(sockets.acquire(1, "lo", Delivery.GROUP_V6.group())).isSameAs(group);
            assertThat(sockets.acquire(1, "lo", V6)).isNotSameAs(group);
            assertThat(sockets.acquire(InstancePlan.ANY_LINK, "", V6)).isNotSameAs(sockets.acquire(1, "lo", V6));
            sockets.release(group);
            assertThat(sockets.acquire(1, "lo", Delivery.GROUP_V6.group())).isSameAs(group);
            sockets.release(group);
            sockets.release(group);
            assertThat(sockets.at(0)).isEmpty();
        }
    }

    @Test
    void anInstanceWithoutSocketsIsMute() {
        InstancePlan plan = plan(V6, Delivery.GROUP_V6, "fe80::100/64");
        try (SocketPool sockets = SocketPool.dry()) {
            SocketPool.Entry dead = sockets.acquireDead(plan.local());
            assertThat(new InstancePort(plan, dead).sendAdvert(100)).isEqualTo(Errno.EBADF);
            sockets.release(dead);
            assertThat(sockets.at(0)).isEmpty();
        }
    }
}
