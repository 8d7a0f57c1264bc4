package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;

/// The fields of an IP header that VRRP looks at (RFC 9568 section 5.1). Over IPv6 the kernel keeps the header and says
/// only some of it.
///
/// @param protocol       112 for VRRP
/// @param ttl            TTL or hop limit; -1 if the kernel did not say
/// @param identification a counter of the sender's; 0 over IPv6
/// @param totalLength    header and payload, as the sender says; over IPv6 the payload
public record IpHeader(IpAddress source, IpAddress destination, int protocol, int ttl, int identification,
        int totalLength) {

    /// What is known of the header of a VRRP message that came over IPv6.
    public static IpHeader v6(IpAddress source, IpAddress destination, int hopLimit, int length) {
        return new IpHeader(source, destination, AdvertWire.PROTOCOL, hopLimit, 0, length);
    }
}
