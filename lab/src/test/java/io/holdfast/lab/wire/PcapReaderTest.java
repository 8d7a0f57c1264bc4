package io.holdfast.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.lab.wire.Packet.Advert;
import io.holdfast.lab.wire.Packet.Arp;
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

    @Test
    void readsAdvertisementsOfBothVersions() throws IOException {
        var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.LITTLE_ENDIAN, V2, V3)));
        assertThat(reader.next()).contains(new Advert(Instant.ofEpochSecond(7, 5000), "10.99.0.1", 2, 51, 200, 1, 1,
                List.of("10.99.0.100"), "1111"));
        assertThat(reader.next()).contains(new Advert(Instant.ofEpochSecond(7, 5000), "10.99.0.1", 3, 51, 100, 30, 0,
                List.of("10.99.0.100"), ""));
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void readsGratuitousArpInEitherByteOrder() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            var reader = new PcapReader(new ByteArrayInputStream(pcap(order, GRATUITOUS)));
            Arp arp = (Arp) reader.next().orElseThrow();
            assertThat(arp.isGratuitous()).isTrue();
            assertThat(arp.senderMac()).isEqualTo("02:00:00:00:00:aa");
            assertThat(arp.sender()).isEqualTo("10.99.0.100");
        }
    }

    @Test
    void readsNeighbourAdvertisements() throws IOException {
        String advertisement = "333300000001" + "0200000000aa" + "86dd" + "6000000000203aff"
                + "20010db8000000000000000000000100" + "ff020000000000000000000000000001"
                + "88005594" + "a0000000" + "fe800000000000000000000000000100" + "02010200000000aa";
        var reader = new PcapReader(new ByteArrayInputStream(pcap(ByteOrder.LITTLE_ENDIAN, advertisement)));
        assertThat(reader.next()).contains(new NeighbourAdvert(Instant.ofEpochSecond(7, 5000), "02:00:00:00:00:aa",
                "2001:db8::100", 0xa0, "fe80::100"));
    }

    /// Ended anywhere, a stream gives what was complete; cut anywhere, a frame is no packet, or a shorter one.
    @Test
    void survivesCutsAnywhere() throws IOException {
        byte[] whole = pcap(ByteOrder.LITTLE_ENDIAN, V2);
        for (int length = 24; length < whole.length; length++) {
            var reader = new PcapReader(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
            assertThat(reader.next()).isEmpty();
        }
        for (String frame : List.of(V2, V3, GRATUITOUS)) {
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
