package io.holdfast.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against what iproute2 6.1 sends for the same change and Linux 6.18 answers, both seen with strace on x86-64; the
/// order of attributes is ours.
class RouteWireTest {
    private static final int SEQUENCE = 0x6b00ea21;
    private static final HexFormat HEX = HexFormat.of();
    private static final String NEWADDR_V6 = "5000000014002200" + "22ea006b7a530000" + "0a40c0fd03000000"
            + "14000100fe80000000000000000000fffe00000a" + "14000600ffffffffffffffff7caf03007caf0300"
            + "08000800c0000000" + "05000b0003000000";

    private final ByteBuffer buffer = ByteBuffer.allocate(512);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    /// ip addr add 192.0.2.100/24 brd 192.0.2.255 dev ha0 label ha0:vip scope link
    @Test
    void addIpv4() {
        AddressWire.writeAdd(writer, SEQUENCE, AddressInfo.of(3, Prefix.literal("192.0.2.100/24"))
                .withBroadcast(IpAddress.literal("192.0.2.255")).withLabel("ha0:vip")
                .withScope(AddressInfo.RT_SCOPE_LINK));
        assertThat(written()).isEqualTo("3c00000014000506" + "21ea006b00000000" + "021800fd03000000"
                + "08000200c0000264" + "08000100c0000264" + "08000400c00002ff" + "0c0003006861303a76697000");
    }

    /// ip addr add 2001:db8::1/128 dev ha0 nodad preferred_lft 0
    @Test
    void addIpv6() {
        AddressWire.writeAdd(writer, SEQUENCE, AddressInfo.of(3, Prefix.literal("2001:db8::1"))
                .withFlags(AddressInfo.IFA_F_NODAD).withLifetime(AddressInfo.Lifetime.DEPRECATED));
        assertThat(written()).isEqualTo("5400000014000506" + "21ea006b00000000" + "0a80020003000000"
                + "1400020020010db8000000000000000000000001" + "1400010020010db8000000000000000000000001"
                + "1400060000000000ffffffff0000000000000000");
    }

    @Test
    void addWithPeerWideFlagsAndProtocol() {
        AddressWire.writeAdd(writer, SEQUENCE, AddressInfo.of(3, Prefix.literal("10.0.0.1/32"))
                .withPeer(IpAddress.literal("10.0.0.2")).withFlags(AddressInfo.IFA_F_NOPREFIXROUTE).withProtocol(18));
        assertThat(written()).isEqualTo("3800000014000506" + "21ea006b00000000" + "0220000003000000"
                + "080002000a000001" + "080001000a000002" + "0800080000020000" + "05000b0012000000");
    }

    /// ip addr del 192.0.2.100/24 dev ha0
    @Test
    void removeIpv4() {
        AddressWire.writeRemove(writer, SEQUENCE, AddressInfo.of(3, Prefix.literal("192.0.2.100/24"))
                .withLabel("ignored").withBroadcast(IpAddress.literal("192.0.2.255")));
        assertThat(written()).isEqualTo("2800000015000500" + "21ea006b00000000" + "0218000003000000"
                + "08000200c0000264" + "08000100c0000264");
    }

    /// ip link set ha0 up
    @Test
    void switchALinkOn() {
        LinkWire.writeFlags(writer, SEQUENCE, 3, LinkInfo.IFF_UP, LinkInfo.IFF_UP);
        assertThat(written()).isEqualTo("2000000010000500" + "21ea006b00000000" + "0000000003000000"
                + "0100000001000000");
    }

    @Test
    void dumpRequests() {
        LinkWire.writeDump(writer, SEQUENCE);
        assertThat(written()).isEqualTo("2800000012000103" + "21ea006b00000000" + "0000000000000000"
                + "0000000000000000" + "08001d0008000000");
        writer.clear();
        AddressWire.writeDump(writer, SEQUENCE);
        assertThat(written()).isEqualTo("1800000016000103" + "21ea006b00000000" + "0000000000000000");
    }

    @Test
    void readIpv6() {
        NetlinkReader reader = reader(HEX.parseHex(NEWADDR_V6));
        assertThat(AddressWire.isAddress(reader)).isTrue();
        assertThat(AddressWire.read(reader)).isEqualTo(AddressInfo.of(3, Prefix.literal("fe80::ff:fe00:a/64"))
                .withScope(AddressInfo.RT_SCOPE_LINK).withFlags(0xc0).withProtocol(3));
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        AddressInfo address = AddressInfo.of(7, Prefix.literal("10.0.0.1/24"))
                .withBroadcast(IpAddress.literal("10.0.0.255")).withLabel("x").withFlags(0x282)
                .withLifetime(new AddressInfo.Lifetime(100, 50)).withProtocol(9);
        AddressWire.writeAdd(writer, 1, address);
        assertThat(AddressWire.read(reader(Arrays.copyOf(buffer.array(), writer.length())))).isEqualTo(address);
    }

    @Test
    void anAddressCutShortLosesAttributesOnly() {
        byte[] whole = HEX.parseHex(NEWADDR_V6);
        for (int length = 16; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ByteBuffer.wrap(cut).order(ByteOrder.nativeOrder()).putInt(0, length);
            NetlinkReader reader = reader(cut);
            assertThat(AddressWire.isAddress(reader)).as("%d bytes", length).isEqualTo(length >= 24);
            if (length >= 24) {
                assertThat(AddressWire.read(reader).ifindex()).isEqualTo(3);
            }
        }
    }

    @Test
    void readLink() {
        int start = writer.message(Rtnetlink.RTM_NEWLINK, 0, 1);
        writer.raw8(0).raw8(0).raw16(1).raw32(5).raw32(0x11043).raw32(0);
        writer.string(Rtnetlink.IFLA_IFNAME, "vrrp.51").u32(Rtnetlink.IFLA_MTU, 1500).u32(Rtnetlink.IFLA_LINK, 2);
        writer.bytes(Rtnetlink.IFLA_ADDRESS, HEX.parseHex("00005e000133")).u32(Rtnetlink.IFLA_MASTER, 4);
        int info = writer.nest(Rtnetlink.IFLA_LINKINFO);
        writer.string(Rtnetlink.IFLA_INFO_KIND, "macvlan").close(info);
        writer.finish(start);
        NetlinkReader reader = reader(Arrays.copyOf(buffer.array(), writer.length()));
        assertThat(LinkWire.isLink(reader)).isTrue();
        assertThat(LinkWire.read(reader)).isEqualTo(new LinkInfo(5, "vrrp.51",
                Optional.of(new MacAddress(0x5e000133L)), 1500, 0x11043, 1, 2, 4, "macvlan"));
    }

    @Test
    void aLinkWithoutEthernetAddressHasNone() {
        int start = writer.message(Rtnetlink.RTM_NEWLINK, 0, 1);
        writer.raw8(0).raw8(0).raw16(776).raw32(5).raw32(0).raw32(0).bytes(Rtnetlink.IFLA_ADDRESS, new byte[4]);
        writer.finish(start);
        NetlinkReader reader = reader(Arrays.copyOf(buffer.array(), writer.length()));
        assertThat(LinkWire.read(reader).mac()).isEmpty();
    }

    private static NetlinkReader reader(byte[] bytes) {
        NetlinkReader reader = new NetlinkReader();
        reader.over(ByteBuffer.wrap(bytes), bytes.length);
        assertThat(reader.nextMessage()).isTrue();
        return reader;
    }

    private String written() {
        return HEX.formatHex(buffer.array(), 0, writer.length());
    }
}
