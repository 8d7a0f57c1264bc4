package io.holdfast.linux.socket;

import static io.holdfast.linux.socket.VrrpProtocol.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.Lab;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.Sysctl;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VrrpSocketLabTest {
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    // IPv4 header from 192.0.2.1 with TTL 255 and TOS c0, then a VRRPv2 advertisement
    private static final byte[] ADVERT = HexFormat.of().parseHex("45c0002800010000ff700000c0000201e0000012"
            + "2133c801000100000a00000a0000000000000000");

    @Test
    void anAdvertisementArrivesAtTheOtherEnd() {
        Lab.withVethPair(() -> {
            prepare();
            try (VrrpSendSocket sender = VrrpSendSocket.multicast(PLAIN, Family.IPV4, device("ha0"));
                    VrrpReceiveSocket receiver = VrrpReceiveSocket.multicast(PLAIN, GROUP, device("ha1"), 1500);
                    VrrpReceiveSocket own = VrrpReceiveSocket.multicast(PLAIN, GROUP, device("ha0"), 1500);
                    Epoll epoll = Epoll.open(4)) {
                epoll.add(receiver.fd(), Epoll.EPOLLIN, 7);
                assertThat(sender.send(ByteBuffer.wrap(ADVERT), ADVERT.length, GROUP)).isZero();
                assertThat(epoll.await(5000)).isEqualTo(1);
                assertThat(epoll.token(0)).isEqualTo(7);
                assertThat(epoll.events(0)).isEqualTo(Epoll.EPOLLIN);
                assertThat(receiver.receive()).isEqualTo(ADVERT.length);
                ByteBuffer packet = receiver.packet();
                assertThat(packet.remaining()).isEqualTo(ADVERT.length);
                assertThat(packet.slice(20, 20)).isEqualTo(ByteBuffer.wrap(ADVERT, 20, 20));
                assertThat(packet.get(1)).isEqualTo((byte) 0xc0);
                assertThat(packet.getShort(4)).isEqualTo((short) 1);
                assertThat(receiver.source()).isEqualTo(IpAddress.literal("192.0.2.1"));
                assertThat(receiver.destination()).isEqualTo(GROUP);
                assertThat(receiver.ttl()).isEqualTo(255);
                assertThat(receiver.interfaceIndex()).isEqualTo(index("ha1"));
                assertThat(receiver.isTruncated()).isFalse();
                assertThat(receiver.receive()).isEqualTo(-Errno.EAGAIN);
                assertThat(own.receive()).as("its own multicast").isEqualTo(-Errno.EAGAIN);
            }
        });
    }

    @Test
    void aLongPacketIsCutAndSaysSo() {
        Lab.withVethPair(() -> {
            prepare();
            try (VrrpSendSocket sender = VrrpSendSocket.multicast(PLAIN, Family.IPV4, device("ha0"));
                    VrrpReceiveSocket receiver = VrrpReceiveSocket.multicast(PLAIN, GROUP, device("ha1"), 28)) {
                assertThat(sender.send(ByteBuffer.wrap(ADVERT), ADVERT.length, GROUP)).isZero();
                awaitReadable(receiver.fd());
                assertThat(receiver.receive()).isEqualTo(28);
                assertThat(receiver.isTruncated()).isTrue();
            }
        });
    }

    @Test
    void closingLeavesTheGroup() {
        Lab.withVethPair(() -> {
            VrrpReceiveSocket receiver = VrrpReceiveSocket.multicast(PLAIN, GROUP, device("ha1"), 1500);
            assertThat(Lab.ip("maddr show dev ha1")).contains("224.0.0.18");
            receiver.close();
            assertThat(Lab.ip("maddr show dev ha1")).doesNotContain("224.0.0.18");
        });
    }

    @Test
    void sendingWithTheLinkDownIsAnErrnoAndNotAnException() {
        Lab.withVethPair(() -> {
            Lab.ip("addr add 192.0.2.1/24 dev ha0");
            try (VrrpSendSocket sender = VrrpSendSocket.multicast(PLAIN, Family.IPV4, device("ha0"))) {
                Lab.ip("link set ha0 down");
                assertThat(sender.send(ByteBuffer.wrap(ADVERT), ADVERT.length, GROUP))
                        .isIn(Errno.ENETUNREACH, Errno.ENETDOWN);
            }
        });
    }

    @Test
    void aDryRunReportsEbadf() {
        try (VrrpSendSocket sender = VrrpSendSocket.over(Descriptor.invalid());
                VrrpReceiveSocket receiver = VrrpReceiveSocket.over(Descriptor.invalid(), 1500);
                PacketSocket packets = PacketSocket.over(Descriptor.invalid())) {
            assertThat(sender.send(ByteBuffer.wrap(ADVERT), ADVERT.length, GROUP)).isEqualTo(Errno.EBADF);
            assertThat(receiver.receive()).isEqualTo(-Errno.EBADF);
            assertThat(packets.send(1, ADVERT, ADVERT.length)).isEqualTo(Errno.EBADF);
        }
    }

    @Test
    void aFrameLeavesAsItWasGivenAndIsStampedByTheKernel() {
        byte[] arp = HexFormat.of().parseHex("ffffffffffff02000000000a08060001080006040001"
                + "02000000000ac0000264ffffffffffffc0000264"); // vector T20
        Lab.withVethPair(() -> {
            BpfFilter arpRequests = BpfFilter.etherTypeAndByte(PacketCapture.ETH_P_ARP, 21, 1);
            try (PacketSocket sender = PacketSocket.open();
                    PacketCapture capture = PacketCapture.open(
                            index("ha1"), PacketCapture.ETH_P_ALL, Optional.of(arpRequests), 2048)) {
                long before = System.currentTimeMillis() * 1_000_000L;
                assertThat(sender.send(index("ha0"), arp, arp.length)).isZero();
                awaitReadable(capture.fd());
                assertThat(capture.receive()).isEqualTo(arp.length);
                assertThat(capture.frame()).isEqualTo(ByteBuffer.wrap(arp));
                assertThat(capture.isOutgoing()).isFalse();
                assertThat(capture.timestampNanos()).isBetween(before, before + 30_000_000_000L);
                assertThat(capture.receive()).isEqualTo(-Errno.EAGAIN);
            }
        });
    }

    /// Both ends are in one namespace, which would otherwise refuse packets from its own address.
    private static void prepare() throws Exception {
        Lab.ip("addr add 192.0.2.1/24 dev ha0");
        Lab.ip("addr add 192.0.2.2/24 dev ha1");
        Sysctl.write("1", "net", "ipv4", "conf", "ha1", "accept_local");
    }

    private static void awaitReadable(int fd) {
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(fd, Epoll.EPOLLIN, 0);
            assertThat(epoll.await(5000)).isEqualTo(1);
        }
    }

    private static Device device(String name) {
        return Device.link(index(name), name);
    }

    private static int index(String name) {
        try (RouteOps ops = RouteOps.open()) {
            return ops.links().entries().stream().filter(l -> l.name().equals(name))
                    .mapToInt(LinkInfo::index).findAny().orElseThrow();
        }
    }
}
