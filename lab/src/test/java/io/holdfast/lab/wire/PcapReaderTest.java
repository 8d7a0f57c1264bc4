package io.holdfast.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.lab.wire.Packet.Advert;
import io.holdfast.lab.wire.Packet.Arp;
import io.holdfast.lab.wire.Packet.Envelope;
import io.holdfast.lab.wire.Packet.NeighbourAdvert;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapReaderTest {
    private static final String TO_GROUP = "01005e000012" + "0200000000aa" + "0800";
    private static final String IPV4_TO_GROUP = "45c0%04x00004000ff700000" + "0a630001" + "e0000012";

    /// Version 2, VRID 51, priority 200, PASS, 1 s, 10.99.0.100, password "1111".
    private static final String V2 = TO_GROUP + IPV4_TO_GROUP.formatted(40)
            + "2133c80101010000" + "0a630064" + "3131313100000000";

    /// Version 3, VRID 51, priority 100, 30 centiseconds, 10.99.0.100.
    private static final String V3 = TO_GROUP + IPV4_TO_GROUP.formatted(32) + "313364010" + "01e0000" + "0a630064";

    private static final String GRATUITOUS = "ffffffffffff" + "0200000000aa" + "0806" + "0001080006040001"
            + "0200000000aa" + "0a630064" + "ffffffffffff" + "0a630064";

    /// The vector T12 of the specification: version 3 over IPv6, VRID 51, priority 200, 1 s.
    private static final String V3_OVER_IPV6 = "333300000012" + "02000000000a" + "86dd" + "6c09c629002870ff"
            + "fe80000000000000000000fffe00000a" + "ff020000000000000000000000000012" + "3133c8020064daf3"
            + "fe800000000000000000000000000100" + "20010db8000000000000000000000100";

    /// T22: an unsolicited neighbour advertisement for fe80::100.
    private static final String NEIGHBOUR_ADVERT = "333300000001" + "02000000000a" + "86dd" + "6000000000203aff"
            + "fe800000000000000000000000000100" + "ff020000000000000000000000000001" + "8800559420000000"
            + "fe800000000000000000000000000100" + "020102000000000a";

    private static final Instant THEN = Instant.ofEpochSecond(7, 5000);
    private static final Envelope FROM_A = new Envelope("02:00:00:00:00:aa", "01:00:5e:00:00:12", "10.99.0.1",
            "224.0.0.18", 0xc0, 255, false);

    @Test
    void readsAdvertisementsOfBothVersions() throws IOException {
        var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.LITTLE_ENDIAN, V2, V3)));
        assertThat(reader.next()).contains(new Advert(THEN, FROM_A, 2, 51, 200, 1, 1, List.of("10.99.0.100"), "1111",
                false));
        assertThat(reader.next()).contains(new Advert(THEN, FROM_A, 3, 51, 100, 30, 0, List.of("10.99.0.100"), "",
                false));
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void readsAdvertisementsOverIpv6() throws IOException {
        var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.LITTLE_ENDIAN, V3_OVER_IPV6)));
        Envelope envelope = new Envelope("02:00:00:00:00:0a", "33:33:00:00:00:12", "fe80::ff:fe00:a", "ff02::12",
                0xc0, 255, true);
        assertThat(reader.next()).contains(new Advert(THEN, envelope, 3, 51, 200, 100, 0,
                List.of("fe80::100", "2001:db8::100"), "", true));
    }

    /// The vectors T1, T7 and T12 of the specification, right and with one bit wrong.
    @Test
    void knowsARightChecksum() throws IOException {
        String v2 = "01005e00001202000000000a080045c0002c00010000ff70188dc0000201e00000122133c802000191fec0000264"
                + "c00002650000000000000000";
        String v3 = "01005e00001202000000000a080045c0002400010000ff701895c0000201e00000123133c8020064df06c0000264"
                + "c0000265";
        for (String frame : List.of(v2, v3, V3_OVER_IPV6)) {
            String wrong = frame.replace("33c802", "33c902");
            var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.BIG_ENDIAN, frame, wrong)));
            Advert right = (Advert) reader.next().orElseThrow();
            assertThat(right.isChecksumRight()).isTrue();
            assertThat(right.envelope().isSound()).isTrue();
            assertThat(((Advert) reader.next().orElseThrow()).isChecksumRight()).isFalse();
        }
    }

    @Test
    void readsNeighbourAdvertisements() throws IOException {
        var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.LITTLE_ENDIAN, NEIGHBOUR_ADVERT)));
        NeighbourAdvert advert = (NeighbourAdvert) reader.next().orElseThrow();
        assertThat(advert.isUnsolicited()).isTrue();
        assertThat(advert.address()).isEqualTo("fe80::100");
        assertThat(advert.mac()).isEqualTo("02:00:00:00:00:0a");
        assertThat(advert.envelope().destination()).isEqualTo("ff02::1");
    }

    @Test
    void readsGratuitousArpInEitherByteOrder() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            var reader = new PcapReader(new ByteArrayInputStream(pcap(order, GRATUITOUS)));
            Arp arp = (Arp) reader.next().orElseThrow();
            assertThat(arp.isUnsolicited()).isTrue();
            assertThat(arp.mac()).isEqualTo("02:00:00:00:00:aa");
            assertThat(arp.address()).isEqualTo("10.99.0.100");
        }
    }

    /// Ended anywhere, a stream gives what was complete; cut anywhere, a frame is no packet, or a shorter one.
    @Test
    void survivesCutsAnywhere() throws IOException {
        byte[] whole = pcap(ByteOrder.LITTLE_ENDIAN, V2);
        for (int length = 24; length < whole.length; length++) {
            var reader = new PcapReader(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
            assertThat(reader.next()).isEmpty();
        }
        for (String frame : List.of(V2, V3, GRATUITOUS, V3_OVER_IPV6)) {
            for (int length = 0; length < frame.length() - 16; length += 2) {
                byte[] cut = pcap(ByteOrder.LITTLE_ENDIAN, frame.substring(0, length));
                assertThat(new PcapReader(new ByteArrayInputStream(cut)).next()).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatIsNoCapture() {
        var zeros = new ByteArrayInputStream(new byte[24]);
        assertThatThrownBy(() -> new PcapReader(zeros)).isInstanceOf(IOException.class);
    }

    private static byte[] pcap(ByteOrder order, String... frames) {
        ByteBuffer out = ByteBuffer.allocate(4096).order(order);
        out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(262_144).putInt(1);
        for (String frame : frames) {
            byte[] bytes = HexFormat.of().parseHex(frame);
            out.putInt(7).putInt(5).putInt(bytes.length).putInt(bytes.length).put(bytes);
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
