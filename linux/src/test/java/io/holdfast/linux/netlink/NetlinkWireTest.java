package io.holdfast.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Netlink is in the machine's byte order; the bytes here are those of a little-endian one.
class NetlinkWireTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void lengthsArePatchedAndPaddingIsZero() {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        Arrays.fill(buffer.array(), (byte) 0xee);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        int message = writer.message(20, 0x605, 0x6b00ea21);
        writer.raw8(2).raw8(24).raw16(0).raw32(3);
        writer.string(3, "ha0:v").u8(11, 18).u16(4, 0x1234).port(5, 80);
        int nest = writer.nest(18);
        writer.address(1, IpAddress.literal("192.0.2.1")).bytes(2, new byte[] {1, 2, 3, 4, 5});
        writer.close(nest);
        writer.finish(message);
        assertThat(written(writer, buffer)).isEqualTo(""
                + "5400000014000506" + "21ea006b00000000" + "0218000003000000"
                + "0a0003006861303a" + "76000000" + "05000b0012000000" + "0600040034120000" + "0600050000500000"
                + "18001280" + "08000100c0000201" + "0900020001020304" + "05000000");
    }

    @Test
    void severalMessagesFollowEachOther() {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        for (int i = 0; i < 3; i++) {
            int message = writer.message(20 + i, 1, i);
            writer.raw8(i);
            writer.finish(message);
        }
        NetlinkReader reader = new NetlinkReader();
        reader.over(buffer, writer.length());
        for (int i = 0; i < 3; i++) {
            assertThat(reader.nextMessage()).isTrue();
            assertThat(reader.type()).isEqualTo(20 + i);
            assertThat(reader.sequence()).isEqualTo(i);
            assertThat(reader.payload()).isEqualTo(1);
            assertThat(reader.header8(0)).isEqualTo(i);
        }
        assertThat(reader.nextMessage()).isFalse();
        writer.clear();
        assertThat(writer.length()).isZero();
    }

    @Test
    void valuesAreReadBackAsWritten() {
        ByteBuffer buffer = ByteBuffer.allocate(400);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        int message = writer.message(16, 0, 1);
        IpAddress v6 = IpAddress.literal("2001:db8::fe:1");
        writer.u8(1, 200).u16(2, 60_000).u32(3, -2).string(4, "eth0").address(5, v6);
        writer.address(6, IpAddress.literal("10.1.2.3")).bytes(7, HEX.parseHex("02000000000a"));
        writer.finish(message);
        NetlinkReader reader = new NetlinkReader();
        reader.over(buffer, writer.length());
        assertThat(reader.nextMessage()).isTrue();
        NetlinkAttribute attribute = new NetlinkAttribute();
        reader.attributes(0, attribute);
        assertThat(next(attribute, 1).u8()).isEqualTo(200);
        assertThat(next(attribute, 2).u16()).isEqualTo(60_000);
        assertThat(next(attribute, 3).u32()).isEqualTo(-2);
        assertThat(next(attribute, 4).string()).isEqualTo("eth0");
        assertThat(next(attribute, 5).address(Family.IPV6)).isEqualTo(v6);
        assertThat(next(attribute, 6).address(Family.IPV4)).isEqualTo(IpAddress.literal("10.1.2.3"));
        assertThat(next(attribute, 7).mac()).isEqualTo(new MacAddress(0x02_00_00_00_00_0aL));
        assertThat(attribute.next()).isFalse();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        NetlinkWriter small = new NetlinkWriter(ByteBuffer.allocate(20));
        assertThat(small.message(1, 0, 0)).isZero();
        assertThatThrownBy(() -> small.u32(1, 1)).isInstanceOf(BufferOverflowException.class);
        NetlinkWriter large = new NetlinkWriter(ByteBuffer.allocate(70_000));
        assertThatThrownBy(() -> large.bytes(1, new byte[65_533])).isInstanceOf(IllegalArgumentException.class);
    }

    /// What Linux 6.18 answers to an address on a missing interface, with NETLINK_EXT_ACK and with or without
    /// NETLINK_CAP_ACK; captured by a few lines of Python.
    @Test
    void anErrorCarriesTheKernelsText() {
        String capped = "4000000002000003050000005e730000" + "edffffff" + "20000000140005060500000000000000"
                + "1b000100697076343a20446576696365206e6f7420666f756e640000";
        String whole = "5000000002000002050000005e730000" + "edffffff" + "20000000140005060500000000000000"
                + "021800000f27000008000200c0000202" + "1b000100697076343a20446576696365206e6f7420666f756e640000";
        for (String hex : List.of(capped, whole)) {
            byte[] bytes = HEX.parseHex(hex);
            NetlinkReader reader = new NetlinkReader();
            reader.over(ByteBuffer.wrap(bytes), bytes.length);
            assertThat(reader.nextMessage()).isTrue();
            assertThat(reader.type()).isEqualTo(Netlink.NLMSG_ERROR);
            assertThat(reader.error()).isEqualTo(19);
            assertThat(reader.errorText()).isEqualTo("ipv4: Device not found");
        }
    }

    @Test
    void aTruncatedMessageIsNotDelivered() {
        byte[] whole = sample();
        for (int length = 0; length < whole.length; length++) {
            NetlinkReader reader = new NetlinkReader();
            reader.over(ByteBuffer.wrap(Arrays.copyOf(whole, length)), length);
            assertThat(reader.nextMessage()).as("%d bytes", length).isFalse();
        }
        NetlinkReader reader = new NetlinkReader();
        reader.over(ByteBuffer.wrap(whole), whole.length);
        assertThat(reader.nextMessage()).isTrue();
    }

    @Test
    void aTruncatedAttributeIsNotDelivered() {
        byte[] whole = sample();
        List<Integer> seen = new ArrayList<>();
        for (int length = 16; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            cut[0] = (byte) length; // the message says how short it is
            NetlinkReader reader = new NetlinkReader();
            reader.over(ByteBuffer.wrap(cut), length);
            assertThat(reader.nextMessage()).isTrue();
            NetlinkAttribute attribute = new NetlinkAttribute();
            int count = 0;
            for (reader.attributes(0, attribute); attribute.next();) {
                assertThat(attribute.bytes()).hasSize(attribute.length());
                count++;
            }
            seen.add(count);
        }
        assertThat(seen).isSorted().startsWith(0).endsWith(2).contains(1);
    }

    @Test
    void bytesBeyondAMessageCannotBeRead() {
        byte[] bytes = sample();
        NetlinkReader reader = new NetlinkReader();
        reader.over(ByteBuffer.wrap(bytes), bytes.length);
        assertThat(reader.nextMessage()).isTrue();
        assertThatThrownBy(() -> reader.header32(reader.payload() - 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.header8(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        NetlinkAttribute attribute = new NetlinkAttribute();
        reader.attributes(0, attribute);
        assertThat(attribute.next()).isTrue();
        assertThatThrownBy(attribute::u64).isInstanceOf(IllegalStateException.class)
                .hasMessage("attribute 1 has 4 bytes, not 8");
    }

    @Test
    void noiseEndsTheWalkAndNothingElse() {
        Random random = new Random(112);
        NetlinkReader reader = new NetlinkReader();
        NetlinkAttribute attribute = new NetlinkAttribute();
        int messages = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 16 && round % 2 == 0) {
                noise[0] = (byte) (16 + random.nextInt(noise.length));
                noise[1] = noise[2] = noise[3] = 0;
            }
            reader.over(ByteBuffer.wrap(noise), noise.length);
            while (reader.nextMessage()) {
                messages++;
                assertThat(reader.errorText()).isNotNull();
                for (reader.attributes(random.nextInt(40), attribute); attribute.next();) {
                    assertThat(attribute.length()).isBetween(0, noise.length);
                }
            }
        }
        assertThat(messages).isPositive();
    }

    private static byte[] sample() {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        int message = writer.message(16, 0, 1);
        writer.u32(1, 7).string(2, "eth0");
        writer.finish(message);
        return Arrays.copyOf(buffer.array(), writer.length());
    }

    private static NetlinkAttribute next(NetlinkAttribute attribute, int type) {
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.type()).isEqualTo(type);
        return attribute;
    }

    private static String written(NetlinkWriter writer, ByteBuffer buffer) {
        byte[] bytes = new byte[writer.length()];
        buffer.get(0, bytes);
        return HEX.formatHex(bytes);
    }
}
