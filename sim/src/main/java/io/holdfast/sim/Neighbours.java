package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a client on the segment believes: for each address the hardware address that announced it last.
final class Neighbours {
    private static final int ETHER_TYPE = 12;
    private static final short ETH_P_ARP = 0x0806; // linux/if_ether.h
    private static final int SENDER_MAC = 22; // of an ARP frame, RFC 826
    private static final int SENDER_ADDRESS = 28;
    private static final int TARGET_ADDRESS = 62; // of a neighbour advertisement, RFC 4861 section 4.4
    private static final int TARGET_MAC = 80;

    private final Map<IpAddress, MacAddress> cache = new HashMap<>();

    void hear(ByteBuffer frame) {
        boolean arp = frame.getShort(ETHER_TYPE) == ETH_P_ARP;
        byte[] mac = new byte[6];
        frame.get(arp ? SENDER_MAC : TARGET_MAC, mac);
        byte[] address = new byte[arp ? 4 : 16];
        frame.get(arp ? SENDER_ADDRESS : TARGET_ADDRESS, address);
        cache.put(IpAddress.of(address), MacAddress.of(mac));
    }

    Optional<MacAddress> whoHas(IpAddress address) {
        return Optional.ofNullable(cache.get(address));
    }
}
