package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a client on the segment believes: for each address the hardware address that announced it last.
final class Neighbours {
    private static final int SENDER_MAC = 22; // of an ARP frame, RFC 826
    private static final int SENDER_ADDRESS = 28;

    private final Map<IpAddress, MacAddress> cache = new HashMap<>();

    void hear(ByteBuffer frame) {
        byte[] mac = new byte[6];
        frame.get(SENDER_MAC, mac);
        cache.put(IpAddress.v4(frame.getInt(SENDER_ADDRESS)), MacAddress.of(mac));
    }

    Optional<MacAddress> whoHas(IpAddress address) {
        return Optional.ofNullable(cache.get(address));
    }
}
