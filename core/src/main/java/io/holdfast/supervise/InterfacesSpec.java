package io.holdfast.supervise;

import java.time.Duration;
import java.util.Optional;

/// What `global_defs` says about interfaces.
///
/// @param usual                `default_interface`: where static addresses without `dev` go
/// @param macvlanPrefix        `vmac_prefix`: how names of macvlans for instances begin
/// @param addressMacvlanPrefix `vmac_addr_prefix`: how names of macvlans for addresses begin
/// @param announcements        `vrrp_garp_extra_if`; empty for none
public record InterfacesSpec(String usual, String macvlanPrefix, String addressMacvlanPrefix,
        Optional<ExtraAnnouncements> announcements) {
    public static final InterfacesSpec DEFAULT = new InterfacesSpec("eth0", "vrrp", "vrrp", Optional.empty());

    /// Addresses announced again and again on interfaces other than that of their instance.
    ///
    /// @param all      all addresses of the interface, not just one
    /// @param interval 1 second to a day
    public record ExtraAnnouncements(boolean all, Duration interval) {}
}
