package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.ByteBuffer;

/// A gratuitous ARP as a whole Ethernet frame: a request, for the reasons RFC 5227 section 3 gives against replies.
public final class GarpFrame {
    /// Without padding; the driver adds that.
    public static final int LENGTH = 42;
    private static final short ETH_P_ARP = 0x0806; // linux/if_ether.h
    private static final short ETH_P_IP = 0x0800;
    private static final short ARPHRD_ETHER = 1; // linux/if_arp.h
    private static final short ARPOP_REQUEST = 1;

    private GarpFrame() {}

    /// Writes a frame at the buffer's position. The target hardware address is the broadcast address, as keepalived
    /// sends it.
    ///
    /// @param mac     who answers for the address from now on
    /// @param address the IPv4 address
    public static void encode(MacAddress mac, IpAddress address, ByteBuffer out) {
        put(MacAddress.BROADCAST, out);
        put(mac, out);
        out.putShort(ETH_P_ARP);
        out.putShort(ARPHRD_ETHER).putShort(ETH_P_IP).put((byte) 6).put((byte) 4).putShort(ARPOP_REQUEST);
        put(mac, out);
        address.put(out);
        put(MacAddress.BROADCAST, out);
        address.put(out);
    }

    private static void put(MacAddress mac, ByteBuffer out) {
        out.putShort((short) (mac.bits() >>> 32)).putInt((int) mac.bits());
    }
}
