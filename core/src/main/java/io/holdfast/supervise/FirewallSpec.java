package io.holdfast.supervise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where packet filter rules go (`vrrp.md` 4, `checkers-ipvs.md` 1).
///
/// @param table         `nftables`: the table for VRRP's rules; empty for none unless something needs it
/// @param priority      `nftables_priority` of its base chains
/// @param byIndex       `nftables_ifindex`: interface indexes rather than names in sets
/// @param counters      `nftables_counters`
/// @param ipvsTable     `nftables_ipvs`: the table that marks packets for virtual server groups; empty for none
/// @param ipvsPriority  `nftables_ipvs_priority`
/// @param firstMark     `nftables_ipvs_start_fwmark`; empty for 1000
/// @param chains        `vrrp_iptables`: chains for incoming and outgoing packets; empty if not asked for
/// @param ipsets        `vrrp_ipsets`: names of the sets; empty if not asked for
public record FirewallSpec(Optional<String> table, int priority, boolean byIndex, boolean counters,
        Optional<String> ipvsTable, int ipvsPriority, OptionalLong firstMark, Optional<List<String>> chains,
        Optional<List<String>> ipsets) {
    public static final String TABLE = "keepalived";
    public static final String IPVS_TABLE = "keepalived_ipvs";
    public static final int PRIORITY = -1;
    public static final FirewallSpec NONE = new FirewallSpec(Optional.empty(), PRIORITY, false, false,
            Optional.empty(), PRIORITY, OptionalLong.empty(), Optional.empty(), Optional.empty());
}
