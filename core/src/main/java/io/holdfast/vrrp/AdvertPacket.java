package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.time.Duration;
import java.util.List;

/// An advertisement as it came, every field as it stands on the wire, believed in nothing yet.
///
/// @param authType  authentication type; 0 in VRRPv3, which has none
/// @param interval  the advertisement interval, whatever its unit on the wire
/// @param authData  the eight bytes of authentication data; 0 where there are none
/// @param checksum  which of the two checksums in use is right
/// @param signed    whether it is followed by what has the length of an `auth_hmac` trailer
public record AdvertPacket(IpHeader ip, int version, int type, int vrid, int priority, int authType,
        Duration interval, List<IpAddress> addresses, long authData, ChecksumForm checksum, boolean signed) {

    /// VRRPv2 over IPv4 sums the message; everything over IPv6 sums a pseudo header too, and so do most implementations
    /// of VRRPv3 over IPv4 (`vrrp.md` 1.6).
    public enum ChecksumForm { MESSAGE, PSEUDO_HEADER, WRONG }

    public AdvertPacket {
        addresses = List.copyOf(addresses);
    }
}
