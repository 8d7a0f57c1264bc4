package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Any bytes as an advertisement, over both families, wherever they lie in a larger buffer; and what was read is
/// encoded and read the same.
public final class AdvertWireFuzz {
    private static final IpAddress SENDER6 = IpAddress.literal("fe80::2");
    private static final IpAddress GROUP6 = IpAddress.literal("ff02::12");

    private AdvertWireFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        IpHeader header = IpHeader.v6(SENDER6, GROUP6, 255, input.length);
        Optional<AdvertPacket> v4 = AdvertWire.decode(between(input, 3, (byte) 0));
        Optional<AdvertPacket> v6 = AdvertWire.decode(header, between(input, 3, (byte) 0));

        // What lies around it must not matter.
        assertThat(AdvertWire.decode(between(input, 8, (byte) 0xff))).isEqualTo(v4);
        assertThat(AdvertWire.decode(header, between(input, 8, (byte) 0xff))).isEqualTo(v6);
        v4.ifPresent(AdvertWireFuzz::survives);
        v6.ifPresent(AdvertWireFuzz::survives);
    }

    /// Read-only, so that nothing can be written to it.
    private static ByteBuffer between(byte[] input, int margin, byte filler) {
        ByteBuffer buffer = ByteBuffer.allocate(input.length + 2 * margin);
        while (buffer.hasRemaining()) {
            buffer.put(filler);
        }
        buffer.put(margin, input);
        return buffer.position(margin).limit(margin + input.length).asReadOnlyBuffer();
    }

    private static void survives(AdvertPacket packet) {
        boolean v2 = packet.version() == 2;
        if ((!v2 && packet.version() != 3) || packet.addresses().isEmpty()) {
            return;
        }
        IpHeader ip = packet.ip();
        List<VirtualAddress> addresses = new ArrayList<>();
        packet.addresses().forEach(address -> addresses.add(VirtualAddress.plain(Prefix.host(address), "eth0")));
        Specs specs = ip.source().isV4() ? Specs.vrrp() : Specs.v6();
        VrrpSpec spec = specs.version(v2 ? VrrpVersion.V2 : VrrpVersion.V3).vrid(packet.vrid())
                .interval(packet.interval()).addresses(addresses).spec();

        ByteBuffer again = new OutgoingAdvert(spec, ip.source(), ip.destination()).next(packet.priority());
        IpHeader header = IpHeader.v6(ip.source(), ip.destination(), 255, again.remaining());
        AdvertPacket read = (ip.source().isV4() ? AdvertWire.decode(again) : AdvertWire.decode(header, again))
                .orElseThrow();

        assertThat(read.checksum()).isNotEqualTo(ChecksumForm.WRONG);
        assertThat(read.addresses()).isEqualTo(packet.addresses());
        assertThat(List.of(read.version(), read.type(), read.vrid(), read.priority()))
                .isEqualTo(List.of(packet.version(), 1, packet.vrid(), packet.priority()));
        assertThat(read.interval()).isEqualTo(packet.interval()).isBetween(Duration.ZERO, Duration.ofSeconds(255));
    }
}
