package io.holdfast.vrrp;

import java.time.Duration;
import java.util.Optional;

/// What an instance wants of the interfaces it runs on, beside the election.
///
/// @param vmac               `use_vmac`
/// @param vmacAddresses      `use_vmac_addr`: macvlans also for addresses on other interfaces or of the other family
/// @param transmitsOnBase    `vmac_xmit_base`: advertisements go through the interface beneath the macvlan
/// @param ipvlan             `use_ipvlan`
/// @param vrf                `vrf`: the VRF that advertisements without interface go through
/// @param promoteSecondaries `promote_secondaries`: the kernel keeps secondary addresses when the first one goes
/// @param polled             `linkbeat_use_polling`
/// @param refusesTraffic     `no_accept`: traffic to the addresses is dropped unless the router owns them
/// @param otherGarp          `garp_extra_if`
/// @param syncDaemon         `lvs_sync_daemon_interface`
public record LinkSpec(Optional<VmacSpec> vmac, boolean vmacAddresses, boolean transmitsOnBase,
        Optional<IpvlanSpec> ipvlan, Optional<String> vrf, boolean promoteSecondaries, boolean polled,
        boolean refusesTraffic, Optional<OtherGarp> otherGarp, Optional<String> syncDaemon) {
    /// Only the interface that is named.
    public static final LinkSpec DEFAULT = new LinkSpec(Optional.empty(), false, false, Optional.empty(),
            Optional.empty(), false, false, false, Optional.empty(), Optional.empty());

    /// Periodic announcements on interfaces of addresses that are not the instance's own.
    ///
    /// @param interval time between them, up to a day; zero for none
    /// @param all      also on interfaces beneath macvlans
    public record OtherGarp(Duration interval, boolean all) {}
}
