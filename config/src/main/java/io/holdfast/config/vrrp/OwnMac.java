package io.holdfast.config.vrrp;

import io.holdfast.base.MacAddress;

/// A MAC address of five or six octets.
///
/// @param bits   the octets that are written, the last one lowest
/// @param octets how many are
record OwnMac(long bits, int octets) {
    /// The whole address: the VRID is its last octet if that is not written.
    MacAddress of(int virtualRouterId) {
        return new MacAddress(octets == 6 ? bits : bits << 8 | virtualRouterId);
    }
}
