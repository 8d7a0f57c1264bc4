package io.holdfast.linux.socket;

import static io.holdfast.linux.socket.VrrpProtocol.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.Lab;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two hosts, ha0 here and ha1 there, over both families, to the group and to each other's address.
class VrrpPeersLabTest {
    private static final IpAddress GROUP4 = IpAddress.literal("224.0.0.18");
    private static final IpAddress GROUP6 = IpAddress.literal("ff02::12");
    private static final IpAddress HERE4 = IpAddress.literal("192.0.2.1");
    private static final IpAddress HERE6 = IpAddress.literal("2001:db8::1");
    private static final IpAddress HERE_LINK = IpAddress.literal("fe80::a");
    private static final IpAddress THERE4 = IpAddress.literal("192.0.2.2");
    private static final IpAddress THERE6 = IpAddress.literal("2001:db8::2");
    private static final IpAddress THERE_LINK = IpAddress.literal("fe80::b");
    private static final IpAddress NOBODY6 = IpAddress.literal("2001:db8::99");

    // VRRPv3 for fe80::100 with a checksum field that says nothing
    private static final String MESSAGE6_HEAD = "3133c8010064";
    private static final String MESSAGE6_TAIL = "fe800000000000000000000000000100";
    private static final byte[] MESSAGE6 = HexFormat.of().parseHex(MESSAGE6_HEAD + "dead" + MESSAGE6_TAIL);

    @Test
    void ipv4MulticastArrivesWithTtl255() {
        Lab.withTwoHosts(peer -> {
            byte[] packet = packet4(GROUP4, 255);
            try (VrrpSendSocket sender = VrrpSendSocket.multicast(PLAIN, Family.IPV4, ha0());
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.multicast(PLAIN, GROUP4, ha1(), 1500))) {
                assertThat(sender.send(ByteBuffer.wrap(packet), packet.length, Envelope.of(HERE4, GROUP4))).isZero();
                assertReceived(receiver, HERE4, GROUP4, 255);
                assertThat(receiver.packet().remaining()).isEqualTo(packet.length);
            }
        });
    }

    @Test
    void ipv6MulticastArrivesFromTheGivenSourceWithoutItsHeader() {
        Lab.withTwoHosts(peer -> {
            Lab.ip("addr add fe80::100/64 dev ha0 nodad"); // newer, hence what the kernel might have chosen
            try (VrrpSendSocket sender = VrrpSendSocket.multicast(PLAIN, Family.IPV6, ha0());
                    VrrpReceiveSocket own = VrrpReceiveSocket.multicast(PLAIN, GROUP6, ha0(), 1500);
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.multicast(PLAIN, GROUP6, ha1(), 1500))) {
                assertThat(send(sender, Envelope.of(HERE_LINK, GROUP6))).isZero();
                assertReceived(receiver, HERE_LINK, GROUP6, 255);
                assertThat(receiver.packet()).isEqualTo(ByteBuffer.wrap(checksummed(HERE_LINK, GROUP6)));
                assertThat(own.receive()).as("its own multicast").isEqualTo(-Errno.EAGAIN);
            }
        });
    }

    @Test
    void onTheWireAnIpv6AdvertisementIsMarkedAsNetworkControl() {
        Lab.withTwoHosts(peer -> {
            BpfFilter vrrp = BpfFilter.etherTypeAndByte(0x86dd, 20, SocketConstants.IPPROTO_VRRP);
            try (VrrpSendSocket multicast = VrrpSendSocket.multicast(PLAIN, Family.IPV6, ha0());
                    VrrpSendSocket unicast = VrrpSendSocket.unicast(PLAIN, Family.IPV6, ha0());
                    PacketCapture capture = PacketCapture.open(
                            ha0().index(), PacketCapture.ETH_P_ALL, Optional.of(vrrp), 2048)) {
                assertThat(send(multicast, Envelope.of(HERE_LINK, GROUP6))).isZero();
                assertFrame(capture, 0x333300000012L, 255);
                assertThat(send(unicast, Envelope.of(HERE6, THERE6))).isZero();
                assertFrame(capture, 0x02000000000bL, 64);
            }
        });
    }

    @Test
    void ipv4UnicastArrivesWithTheTtlOfItsHeader() {
        Lab.withTwoHosts(peer -> {
            byte[] packet = packet4(THERE4, 64);
            try (VrrpSendSocket sender = VrrpSendSocket.unicast(PLAIN, Family.IPV4, Device.ANY);
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, THERE4, Device.ANY, 1500))) {
                assertThat(sender.send(ByteBuffer.wrap(packet), packet.length, THERE4)).isZero();
                assertReceived(receiver, HERE4, THERE4, 64);
                assertThat(receiver.packet().get(8)).isEqualTo((byte) 64);
            }
        });
    }

    @Test
    void ipv6UnicastArrivesWithTheConfiguredHopLimitOrTheKernels() {
        Lab.withTwoHosts(peer -> {
            try (VrrpSendSocket sender = VrrpSendSocket.unicast(PLAIN, Family.IPV6, Device.ANY);
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, THERE6, Device.ANY, 1500))) {
                assertThat(send(sender, Envelope.of(HERE6, THERE6).withHopLimit(17))).isZero();
                assertReceived(receiver, HERE6, THERE6, 17);
                assertThat(receiver.packet()).isEqualTo(ByteBuffer.wrap(checksummed(HERE6, THERE6)));
                assertThat(send(sender, Envelope.of(HERE6, THERE6))).isZero();
                assertReceived(receiver, HERE6, THERE6, 64);
                assertThat(sender.send(ByteBuffer.wrap(MESSAGE6), MESSAGE6.length, THERE6)).isZero();
                assertReceived(receiver, HERE6, THERE6, 64);
            }
        });
    }

    @Test
    void linkLocalPeersReachEachOtherOnAnInterface() {
        Lab.withTwoHosts(peer -> {
            try (VrrpSendSocket sender = VrrpSendSocket.unicast(PLAIN, Family.IPV6, ha0());
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, THERE_LINK, ha1(), 1500))) {
                assertThat(send(sender, Envelope.of(HERE_LINK, THERE_LINK))).isZero();
                assertReceived(receiver, HERE_LINK, THERE_LINK, 64);
            }
        });
    }

    @Test
    void groupsAndPeersDoNotHearEachOther() {
        Lab.withTwoHosts(peer -> {
            byte[] multicast = packet4(GROUP4, 255);
            byte[] unicast = packet4(THERE4, 255);
            try (VrrpSendSocket sender4 = VrrpSendSocket.multicast(PLAIN, Family.IPV4, ha0());
                    VrrpSendSocket sender6 = VrrpSendSocket.multicast(PLAIN, Family.IPV6, ha0());
                    VrrpReceiveSocket group4 = peer.call(() -> VrrpReceiveSocket.multicast(PLAIN, GROUP4, ha1(), 1500));
                    VrrpReceiveSocket group6 = peer.call(() -> VrrpReceiveSocket.multicast(PLAIN, GROUP6, ha1(), 1500));
                    VrrpReceiveSocket peer4 = peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, THERE4, ha1(), 1500));
                    VrrpReceiveSocket peer6 = peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, THERE6, ha1(), 1500))) {
                assertThat(sender4.send(ByteBuffer.wrap(multicast), multicast.length, GROUP4)).isZero();
                assertThat(sender4.send(ByteBuffer.wrap(unicast), unicast.length, THERE4)).isZero();
                assertThat(send(sender6, Envelope.of(HERE_LINK, GROUP6))).isZero();
                assertThat(send(sender6, Envelope.of(HERE6, THERE6))).isZero();
                assertReceivedOnly(group4, GROUP4);
                assertReceivedOnly(peer4, THERE4);
                assertReceivedOnly(group6, GROUP6);
                assertReceivedOnly(peer6, THERE6);
            }
        });
    }

    @Test
    void anAddressMayBeListenedOnBeforeTheHostHasIt() {
        Lab.withTwoHosts(peer -> {
            try (VrrpSendSocket sender = VrrpSendSocket.unicast(PLAIN, Family.IPV6, Device.ANY);
                    VrrpReceiveSocket receiver =
                            peer.call(() -> VrrpReceiveSocket.unicast(PLAIN, NOBODY6, Device.ANY, 1500));
                    VrrpReceiveSocket receiver4 = peer.call(() -> VrrpReceiveSocket.unicast(VrrpProtocol.PLAIN,
                            IpAddress.literal("192.0.2.99"), Device.ANY, 1500))) {
                peer.call(() -> Lab.ip("addr add 2001:db8::99/64 dev ha1 nodad"));
                assertThat(send(sender, Envelope.of(HERE6, NOBODY6))).isZero();
                assertReceived(receiver, HERE6, NOBODY6, 64);
                assertThat(receiver4.receive()).isEqualTo(-Errno.EAGAIN);
            }
        });
    }

    @Test
    void sendingFromAnAddressTheHostDoesNotHaveIsAnErrno() {
        Lab.withTwoHosts(peer -> {
            try (VrrpSendSocket sender = VrrpSendSocket.unicast(PLAIN, Family.IPV6, Device.ANY)) {
                assertThat(send(sender, Envelope.of(NOBODY6, THERE6))).isEqualTo(Errno.EINVAL);
            }
        });
    }

    @Test
    void whatCannotBeBoundIsAnException() {
        Lab.withTwoHosts(peer -> {
            assertThatThrownBy(() -> VrrpReceiveSocket.unicast(PLAIN, HERE_LINK, Device.ANY, 1500))
                    .isInstanceOf(KernelException.class)
                    .hasMessage("bind to fe80::a: EINVAL (Invalid argument)");
            assertThatThrownBy(() -> VrrpReceiveSocket.unicast(PLAIN, HERE4, Device.vrf("none"), 1500))
                    .hasMessage("SO_BINDTODEVICE none: ENODEV (No such device)");
            assertThatThrownBy(() -> VrrpSendSocket.unicast(PLAIN, Family.IPV6, Device.vrf("none")))
                    .hasMessage("SO_BINDTODEVICE none: ENODEV (No such device)");
        });
    }

    @Test
    void aGroupNeedsAnInterface() {
        assertThatThrownBy(() -> VrrpSendSocket.multicast(PLAIN, Family.IPV6, Device.ANY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VrrpReceiveSocket.multicast(PLAIN, GROUP6, Device.vrf("red"), 1500))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingLeavesTheIpv6Group() {
        Lab.withTwoHosts(peer -> {
            VrrpReceiveSocket receiver = VrrpReceiveSocket.multicast(PLAIN, GROUP6, ha0(), 1500);
            assertThat(Lab.ip("-6 maddr show dev ha0")).contains("ff02::12");
            receiver.close();
            assertThat(Lab.ip("-6 maddr show dev ha0")).doesNotContain("ff02::12");
        });
    }

    @Test
    void aDryRunReportsEbadf() {
        try (VrrpSendSocket sender = VrrpSendSocket.over(Descriptor.invalid());
                VrrpReceiveSocket receiver = VrrpReceiveSocket.over(Descriptor.invalid(), 1500)) {
            assertThat(send(sender, Envelope.of(HERE_LINK, GROUP6))).isEqualTo(Errno.EBADF);
            assertThat(send(sender, Envelope.of(HERE6, THERE6).withHopLimit(9))).isEqualTo(Errno.EBADF);
            assertThat(receiver.receive()).isEqualTo(-Errno.EBADF);
            assertThat(receiver.ttl()).isEqualTo(-1);
        }
    }

    private static int send(VrrpSendSocket sender, Envelope envelope) {
        return sender.send(ByteBuffer.wrap(MESSAGE6), MESSAGE6.length, envelope);
    }

    private static void assertReceived(VrrpReceiveSocket receiver, IpAddress from, IpAddress to, int ttl) {
        awaitReadable(receiver.fd());
        assertThat(receiver.receive()).isPositive();
        assertThat(receiver.source()).isEqualTo(from);
        assertThat(receiver.destination()).isEqualTo(to);
        assertThat(receiver.ttl()).isEqualTo(ttl);
        assertThat(receiver.interfaceIndex()).isPositive();
        assertThat(receiver.isTruncated()).isFalse();
    }

    private static void assertReceivedOnly(VrrpReceiveSocket receiver, IpAddress to) {
        awaitReadable(receiver.fd());
        assertThat(receiver.receive()).isPositive();
        assertThat(receiver.destination()).isEqualTo(to);
        assertThat(receiver.receive()).isEqualTo(-Errno.EAGAIN);
    }

    private static void assertFrame(PacketCapture capture, long mac, int hopLimit) {
        awaitReadable(capture.fd());
        assertThat(capture.receive()).isEqualTo(14 + 40 + MESSAGE6.length);
        ByteBuffer frame = capture.frame();
        assertThat(frame.getLong(0) >>> 16).isEqualTo(mac);
        assertThat(frame.getShort(14) & 0x0ff0).as("traffic class").isEqualTo(0x0c00);
        assertThat(frame.get(21) & 0xff).isEqualTo(hopLimit);
    }

    /// An IPv4 header from 192.0.2.1 with an advertisement of VRRPv2 behind it.
    private static byte[] packet4(IpAddress to, int ttl) {
        byte[] packet = HexFormat.of().parseHex("45c0002800010000ff700000c000020100000000"
                + "2133c801000100000a00000a0000000000000000");
        packet[8] = (byte) ttl;
        System.arraycopy(to.bytes(), 0, packet, 16, 4);
        return packet;
    }

    /// [#MESSAGE6] with the sum of RFC 8200 section 8.1.
    private static byte[] checksummed(IpAddress from, IpAddress to) {
        byte[] message = HexFormat.of().parseHex(MESSAGE6_HEAD + "0000" + MESSAGE6_TAIL);
        ByteBuffer summed = ByteBuffer.allocate(40 + message.length);
        from.put(summed);
        to.put(summed);
        summed.putInt(message.length).putInt(SocketConstants.IPPROTO_VRRP).put(message).flip();
        int sum = 0;
        while (summed.hasRemaining()) {
            sum += summed.getShort() & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        ByteBuffer.wrap(message).putShort(6, (short) ~sum);
        return message;
    }

    private static void awaitReadable(int fd) {
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(fd, Epoll.EPOLLIN, 0);
            assertThat(epoll.await(5000)).isEqualTo(1);
        }
    }

    private static Device ha0() {
        return device("ha0");
    }

    private static Device ha1() {
        return device("ha1");
    }

    /// Looked up in the namespace of the calling thread.
    private static Device device(String name) {
        try (RouteOps ops = RouteOps.open()) {
            int index = ops.links().entries().stream().filter(l -> l.name().equals(name))
                    .mapToInt(LinkInfo::index).findAny().orElseThrow();
            return Device.link(index, name);
        }
    }
}
