package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;

/// The mistake of keepalived before 2.0.11 or so, kept alive by `old_unicast_checksum`: a VRRPv3 advertisement sent to
/// a peer carries the checksum it would have on its way to the multicast group (`vrrp.md` 1.6).
///
/// @param mode  when advertisements of ours are made like that
/// @param group the group that takes the place of the destination
public record OldChecksum(Mode mode, IpAddress group) {
    public static final OldChecksum DEFAULT = new OldChecksum(Mode.WHEN_HEARD, Delivery.GROUP_V4.group());

    /// When an instance sends old checksums. Correct ones are accepted in every mode.
    public enum Mode {
        /// As soon as a peer was heard to do so.
        WHEN_HEARD,
        /// Always: `old_unicast_checksum`.
        ALWAYS,
        /// Never, and refuse them: `old_unicast_checksum never`.
        NEVER
    }
}
