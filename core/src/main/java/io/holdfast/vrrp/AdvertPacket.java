package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.time.Duration;
import java.util.List;

/// An advertisement as it came, every field as it stands on the wire, believed in nothing yet.
///
/// @param authType  authentication type; 0 in VRRPv3, which has none
/// @param interval  the advertisement interval, whatever its unit on the wire
/// @param authData  the eight bytes of authentication data; 0 in VRRPv3
/// @param checksum  which of the two checksums in use is right
public record AdvertPacket(Ipv4Header ip, int version, int type, int vrid, int priority, int authType,
        Duration interval, List<IpAddress> addresses, long authData, ChecksumForm checksum) {

    /// VRRPv2 sums the message; VRRPv3 over IPv4 sums a pseudo header too, in most implementations (`vrrp.md` 1.6).
    public enum ChecksumForm { MESSAGE, PSEUDO_HEADER, WRONG }

    public AdvertPacket {
        addresses = List.copyOf(addresses);
    }
}
