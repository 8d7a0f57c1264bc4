package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;

/// The fields of an IPv4 header that VRRP looks at (RFC 9568 section 5.1.1).
///
/// @param protocol       112 for VRRP
/// @param identification a counter of the sender's
/// @param totalLength    header and payload, as the sender says
public record Ipv4Header(IpAddress source, IpAddress destination, int protocol, int ttl, int identification,
        int totalLength) {}
