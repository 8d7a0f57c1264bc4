package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertWireTest {
    private static final IpAddress A = IpAddress.literal("192.0.2.1");
    private static final IpAddress B = IpAddress.literal("192.0.2.2");
    private static final IpAddress A6 = IpAddress.literal("fe80::ff:fe00:a");
    private static final IpAddress GROUP6 = IpAddress.literal("ff02::12");
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    private static final VrrpOptions CHECKSUM_AS_V2 = new VrrpOptions(false, false, false, false, false, true);

    private static byte[] nth(int n, OutgoingAdvert advert, int priority) {
        for (int i = 1; i < n; i++) {
            advert.next(200, 0);
        }
        ByteBuffer packet = advert.next(priority, 0);
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return bytes;
    }

    private static OutgoingAdvert outgoing(Specs specs) {
        return new OutgoingAdvert(specs.spec(), A, GROUP);
    }

    @Test
    void encodesVersionTwoAsKeepalivedDoes() {
        assertThat(nth(1, outgoing(Specs.vrrp()), 200)).isEqualTo(Vectors.packet(Vectors.T1));
        assertThat(nth(4, outgoing(Specs.vrrp()), 0)).isEqualTo(Vectors.packet(Vectors.T2));
        assertThat(nth(1, outgoing(Specs.vrrp().password("s3cret")), 200)).isEqualTo(Vectors.packet(Vectors.T3));
    }

    @Test
    void encodesVersionThreeAsKeepalivedDoes() {
        assertThat(nth(1, outgoing(Specs.v3()), 200)).isEqualTo(Vectors.packet(Vectors.T7));
        assertThat(nth(1, outgoing(Specs.v3().options(CHECKSUM_AS_V2)), 200)).isEqualTo(Vectors.packet(Vectors.T8));
        assertThat(nth(4, outgoing(Specs.v3()), 0)).isEqualTo(Vectors.packet(Vectors.T9));
    }

    @Test
    void encodesUnicastForEachPeerAsKeepalivedDoes() {
        Delivery far = new Delivery.Unicast(Peer.all(B), OptionalInt.of(64), false, OldChecksum.DEFAULT);
        VrrpSpec old = Specs.v3().unicast("192.0.2.2").spec();

        assertThat(nth(1, new OutgoingAdvert(Specs.v3().delivery(far).spec(), A, B), 200))
                .isEqualTo(Vectors.packet(Vectors.T10));
        assertThat(nth(1, OutgoingAdvert.withOldChecksum(old, A, B, GROUP), 200))
                .isEqualTo(Vectors.packet(Vectors.T11));
    }

    @Test
    void encodesIpv6AsKeepalivedDoes() {
        OutgoingAdvert multicast = new OutgoingAdvert(Specs.v6().spec(), A6, GROUP6);
        OutgoingAdvert unicast = new OutgoingAdvert(Specs.v6().unicast("2001:db8::2").spec(),
                IpAddress.literal("2001:db8::1"), IpAddress.literal("2001:db8::2"));
        OutgoingAdvert v2 = new OutgoingAdvert(
                Specs.v6().version(VrrpVersion.V2).addresses("fe80::100").spec(), A6, GROUP6);

        assertThat(nth(1, multicast, 200)).isEqualTo(Vectors.message(Vectors.T12));
        assertThat(nth(2, multicast, 0)).isEqualTo(Vectors.message(Vectors.T13));
        assertThat(nth(1, unicast, 200)).isEqualTo(Vectors.message(Vectors.T14));
        assertThat(nth(1, v2, 200)).isEqualTo(Vectors.message(Vectors.T15));
    }

    @ParameterizedTest
    @ValueSource(strings = {Vectors.T12, Vectors.T13, Vectors.T14, Vectors.T15})
    void decodesWhatCameOverIpv6(String vector) {
        IpHeader header = Vectors.header(vector);
        byte[] whole = Vectors.message(vector);

        AdvertPacket packet = AdvertWire.decode(header, ByteBuffer.wrap(whole)).orElseThrow();
        assertThat(packet.ip()).isEqualTo(header);
        assertThat(packet.vrid()).isEqualTo(51);
        assertThat(packet.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(packet.addresses().getFirst()).hasToString("fe80::100");
        assertThat(packet.checksum()).isEqualTo(ChecksumForm.PSEUDO_HEADER);
        for (int length = 0; length < whole.length; length++) {
            assertThat(AdvertWire.decode(header, ByteBuffer.wrap(Arrays.copyOf(whole, length)))).isEmpty();
        }
        assertThat(AdvertWire.decode(header, ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 6)))).isEmpty();
    }

    @Test
    void encodesAnUnsolicitedNeighbourAdvertisement() {
        byte[] host = new byte[NaFrame.LENGTH];
        byte[] virtual = new byte[NaFrame.LENGTH];
        byte[] router = new byte[NaFrame.LENGTH];
        NaFrame.encode(new MacAddress(0x02_00_00_00_00_0aL), IpAddress.literal("fe80::100"), false, host);
        NaFrame.encode(new MacAddress(0x00_00_5e_00_02_33L), IpAddress.literal("fe80::100"), false, virtual);
        NaFrame.encode(new MacAddress(0x02_00_00_00_00_0aL), IpAddress.literal("fe80::100"), true, router);

        assertThat(host).isEqualTo(Vectors.frame(Vectors.T22));
        assertThat(virtual).isEqualTo(Vectors.frame(Vectors.T23));
        assertThat(Arrays.copyOfRange(router, 56, 59)).containsExactly(0xd5, 0x93, 0xa0); // vrrp.md 1.12, T22
        assertThat(NaFrame.isRouter(router)).isTrue();
        assertThat(NaFrame.isRouter(host)).isFalse();
    }

    @Test
    void encodesIntoABufferOfTheCaller() {
        ByteBuffer direct = ByteBuffer.allocateDirect(100).position(7);
        OutgoingAdvert advert = new OutgoingAdvert(Specs.v3().spec(), A, GROUP, direct);

        assertThat(nth(1, advert, 200)).isEqualTo(Vectors.packet(Vectors.T7));
        assertThat(advert.next(200, 0).position()).isEqualTo(7);
    }

    @Test
    void identificationsLeaveOutZero() {
        OutgoingAdvert advert = outgoing(Specs.vrrp());
        nth(0xffff, advert, 200);

        assertThat(AdvertWire.decode(advert.next(200, 0)).orElseThrow().ip().identification()).isEqualTo(1);
    }

    @Test
    void encodesAGratuitousArp() {
        ByteBuffer frame = ByteBuffer.allocate(GarpFrame.LENGTH);
        GarpFrame.encode(new MacAddress(0x02_00_00_00_00_0aL), IpAddress.literal("192.0.2.100"), frame);

        assertThat(frame.array()).isEqualTo(Vectors.frame(Vectors.T20));
    }

    @Test
    void decodesEveryFieldOfVersionTwo() {
        AdvertPacket packet = AdvertWire.decode(Vectors.buffer(Vectors.T3)).orElseThrow();

        assertThat(packet.ip()).isEqualTo(new IpHeader(A, GROUP, 112, 255, 1, 44));
        assertThat(packet).isEqualTo(new AdvertPacket(packet.ip(), 2, 1, 51, 200, 1, Duration.ofSeconds(1),
                List.of(IpAddress.literal("192.0.2.100"), IpAddress.literal("192.0.2.101")), 0x7333_6372_6574_0000L,
                ChecksumForm.MESSAGE, false));
    }

    @Test
    void decodesEveryFieldOfVersionThree() {
        AdvertPacket packet = AdvertWire.decode(Vectors.buffer(Vectors.T9)).orElseThrow();

        assertThat(packet).isEqualTo(new AdvertPacket(new IpHeader(A, GROUP, 112, 255, 4, 36), 3, 1, 51, 0, 0,
                Duration.ofSeconds(1), List.of(IpAddress.literal("192.0.2.100"), IpAddress.literal("192.0.2.101")),
                0, ChecksumForm.PSEUDO_HEADER, false));
    }

    @Test
    void tellsTheChecksumFormsApart() {
        byte[] broken = Vectors.packet(Vectors.T7);
        broken[22] ^= 1;

        assertThat(AdvertWire.decode(Vectors.buffer(Vectors.T8)).orElseThrow().checksum())
                .isEqualTo(ChecksumForm.MESSAGE);
        assertThat(AdvertWire.decode(ByteBuffer.wrap(broken)).orElseThrow().checksum()).isEqualTo(ChecksumForm.WRONG);
    }

    @Test
    void reservedBitsOfVersionThreeAreIgnored() {
        byte[] bytes = Vectors.packet(Vectors.T7);
        bytes[24] = (byte) 0xf0;

        assertThat(AdvertWire.decode(ByteBuffer.wrap(bytes)).orElseThrow().interval()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {Vectors.T1, Vectors.T2, Vectors.T3, Vectors.T7, Vectors.T8, Vectors.T9})
    void refusesATruncatedPacketAtEveryLength(String vector) {
        byte[] whole = Vectors.packet(vector);
        for (int length = 0; length < whole.length; length++) {
            assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, length))))
                    .as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void forgivesPaddingToTheShortestFrameOnly() {
        byte[] whole = Vectors.packet(Vectors.T7);

        assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, 46)))).isPresent();
        assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 6)))).isPresent();
        assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 8)))).isEmpty();
        assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 1)))).isEmpty();
    }

    @Test
    void longPacketsAreNeverPadded() {
        byte[] whole = nth(1, outgoing(Specs.v3().addresses("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5",
                "10.0.0.6")), 100);

        assertThat(AdvertWire.decode(ByteBuffer.wrap(whole))).isPresent();
        assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 2)))).isEmpty();
    }

    @Test
    void readsPastIpOptions() {
        byte[] whole = Vectors.packet(Vectors.T7);
        ByteBuffer withOption = ByteBuffer.allocate(whole.length + 4).put(whole, 0, 20).putInt(0x94040000);
        withOption.put(whole, 20, whole.length - 20).flip().put(0, (byte) 0x46);

        AdvertPacket packet = AdvertWire.decode(withOption).orElseThrow();
        assertThat(packet.vrid()).isEqualTo(51);
        assertThat(packet.checksum()).isEqualTo(ChecksumForm.PSEUDO_HEADER);
    }

    @Test
    void leavesTheBufferAsItWas() {
        ByteBuffer buffer = Vectors.buffer(Vectors.T1);
        AdvertWire.decode(buffer);

        assertThat(buffer.position()).isZero();
        assertThat(buffer.limit()).isEqualTo(44);
    }
}
