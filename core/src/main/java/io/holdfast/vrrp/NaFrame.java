package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.ByteBuffer;

/// An unsolicited neighbour advertisement (RFC 4861 section 4.4) as a whole Ethernet frame: for IPv6 what [GarpFrame]
/// is for IPv4.
///
/// ```
///   Ethernet 14 | IPv6 40 | ICMPv6: 136 0 checksum flags, target address 16 | option 2 1, MAC
/// ```
public final class NaFrame {
    public static final int LENGTH = 86;
    private static final short ETH_P_IPV6 = (short) 0x86dd; // linux/if_ether.h
    private static final int IPPROTO_ICMPV6 = 58; // linux/in6.h
    private static final int HOP_LIMIT = 255;
    private static final byte NEIGHBOUR_ADVERTISEMENT = (byte) 136; // net/ndisc.h
    private static final byte TARGET_LINK_LAYER_ADDRESS = 2;
    private static final int ICMP = 14 + 40;
    private static final int ICMP_LENGTH = LENGTH - ICMP;
    private static final int CHECKSUM = ICMP + 2;
    private static final int FLAGS = ICMP + 4;
    private static final int ROUTER = 0x80;
    private static final int OVERRIDE = 0x20;
    private static final IpAddress ALL_NODES = new IpAddress(Family.IPV6, 0xff02L << 48, 1);
    private static final long ALL_NODES_MAC = 0x3333_0000_0001L; // RFC 2464 section 7

    private NaFrame() {}

    /// Writes a frame at the start of the array. It comes from the address itself, as keepalived sends it.
    ///
    /// @param mac     who answers for the address from now on
    /// @param address the IPv6 address
    /// @param router  whether the interface forwards packets, which a host would otherwise take as lost
    public static void encode(MacAddress mac, IpAddress address, boolean router, byte[] frame) {
        ByteBuffer out = ByteBuffer.wrap(frame, 0, LENGTH);
        put(ALL_NODES_MAC, out);
        put(mac.bits(), out);
        out.putShort(ETH_P_IPV6).putInt(6 << 28).putShort((short) ICMP_LENGTH);
        out.put((byte) IPPROTO_ICMPV6).put((byte) HOP_LIMIT);
        address.put(out);
        ALL_NODES.put(out);
        out.put(NEIGHBOUR_ADVERTISEMENT).put((byte) 0).putShort((short) 0);
        out.putInt((router ? ROUTER | OVERRIDE : OVERRIDE) << 24);
        address.put(out);
        out.put(TARGET_LINK_LAYER_ADDRESS).put((byte) 1);
        put(mac.bits(), out);
        int sum = Checksum.sum(out, ICMP, LENGTH)
                + Checksum.pseudoHeader(address, ALL_NODES, IPPROTO_ICMPV6, ICMP_LENGTH);
        out.putShort(CHECKSUM, (short) Checksum.of(sum));
    }

    /// Whether a frame says that the sender is a router.
    public static boolean isRouter(byte[] frame) {
        return (frame[FLAGS] & ROUTER) != 0;
    }

    private static void put(long mac, ByteBuffer out) {
        out.putShort((short) (mac >>> 32)).putInt((int) mac);
    }
}
