package io.holdfast.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Prefix;
import io.holdfast.linux.netlink.NetlinkAttribute;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Any bytes as a datagram of route messages. What is read must not depend on what lies behind the datagram in
/// the buffer, and must not be changed by reading.
public final class RouteFuzz {
    private static final int BEHIND = 64;

    private RouteFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Object> read = read(input, (byte) 0);
        assertThat(read(input, (byte) 0xff)).isEqualTo(read);
        for (Object thing : read) {
            if (thing instanceof AddressInfo address) {
                survives(address);
            }
        }
    }

    private static List<Object> read(byte[] input, byte behind) {
        byte[] bytes = Arrays.copyOf(input, input.length + BEHIND);
        Arrays.fill(bytes, input.length, bytes.length, behind);
        NetlinkReader reader = new NetlinkReader();
        reader.over(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), input.length);
        List<Object> things = new ArrayList<>();
        while (reader.nextMessage()) {
            assertThat(reader.payload()).isBetween(0, input.length);
            things.add(List.of(reader.type(), reader.flags(), reader.sequence(), reader.error(), reader.errorText()));
            message(reader).ifPresent(things::add);
            attributes(reader, things, input.length);
        }
        return things;
    }

    private static Optional<Object> message(NetlinkReader reader) {
        try {
            if (LinkWire.isLink(reader)) {
                return Optional.of(LinkWire.read(reader));
            }
            return AddressWire.isAddress(reader) ? Optional.of(AddressWire.read(reader)) : Optional.empty();
        } catch (IllegalStateException e) {
            // An attribute too short for its value, which no kernel sends: said so, not read beyond.
            assertThat(e).hasMessageMatching("attribute \\d+ has \\d+ bytes, not \\d+");
            return Optional.empty();
        }
    }

    private static void attributes(NetlinkReader reader, List<Object> things, int length) {
        NetlinkAttribute attribute = new NetlinkAttribute();
        for (reader.attributes(0, attribute); attribute.next();) {
            assertThat(attribute.length()).isBetween(0, length);
            things.add(List.of(attribute.type(), attribute.string()));
        }
    }

    /// Written as a request and read back, an address is the same.
    private static void survives(AddressInfo address) {
        boolean requested = address.label().isEmpty() && address.lifetime().isForever() && address.protocol() == 0;
        if (!requested) {
            return;
        }
        AddressInfo plain = AddressInfo.of(address.ifindex(),
                new Prefix(address.prefix().address(), address.prefix().length()));
        ByteBuffer buffer = ByteBuffer.allocate(512);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        AddressWire.writeAdd(writer, 1, plain);
        NetlinkReader reader = new NetlinkReader();
        reader.over(buffer, writer.length());
        assertThat(reader.nextMessage()).isTrue();
        assertThat(AddressWire.read(reader)).isEqualTo(plain);
    }
}
