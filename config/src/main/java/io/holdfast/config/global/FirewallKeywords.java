package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.FirewallSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Packet filter rules: nftables, and iptables as older files ask for it.
final class FirewallKeywords {
    static final Block BLOCK = Block.part();
    private static final int TABLE_SIZE = 32; // NFT_NAME_MAXLEN as the reference has it
    private static final int CHAIN_SIZE = 29; // XT_EXTENSION_MAXNAMELEN of linux/netfilter/x_tables.h
    private static final int SET_SIZE = 32; // IPSET_MAXNAMELEN of linux/netfilter/ipset/ip_set.h
    private static final long U32 = 4_294_967_295L;
    private static final List<String> CHAINS = List.of("INPUT", "OUTPUT");
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<String> NFTABLES = NOT_YET.keepingFirst().optional("nftables", Values.name(TABLE_SIZE),
            FirewallSpec.TABLE, "Filter with nftables, in this table.");
    static final Keyword<Integer> PRIORITY = NOT_YET.value("nftables_priority",
            Values.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), "Priority of the base chains.",
            "stays at its default, -1");
    static final Keyword<Boolean> BY_INDEX = NOT_YET.flag("nftables_ifindex",
            "Interface indexes rather than names in sets.");
    static final Keyword<String> IPVS = NOT_YET.keepingFirst().optional("nftables_ipvs", Values.name(TABLE_SIZE),
            FirewallSpec.IPVS_TABLE, "Members of a virtual server group share a firewall mark, set in this table.");
    static final Keyword<Integer> IPVS_PRIORITY = NOT_YET.value("nftables_ipvs_priority",
            Values.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), "Priority of the chains that set marks.",
            "stays at its default, -1");
    static final Keyword<Long> FIRST_MARK = NOT_YET.value("nftables_ipvs_start_fwmark", Values.count(1, U32),
            "First firewall mark that is given away.", "stays at its default, 1000");
    static final Keyword<Boolean> COUNTERS = NOT_YET.flag("nftables_counters", "Rules count packets.");
    static final Keyword<List<String>> IPTABLES = NOT_YET.several("vrrp_iptables", Values.name(CHAIN_SIZE), 0, 2,
            "Filter with iptables, in these chains for incoming and outgoing packets.");
    static final Keyword<List<String>> IPSETS = NOT_YET.several("vrrp_ipsets", Values.name(SET_SIZE), 0, 6,
            "Names of the address sets for iptables; without a name, none are used.");

    private FirewallKeywords() {}

    static FirewallSpec spec(Draft global) {
        Optional<List<String>> chains = global.value(IPTABLES);
        if (chains.isPresent() && chains.get().isEmpty()) {
            chains = Optional.of(CHAINS);
        }
        Optional<Long> mark = global.value(FIRST_MARK);
        return new FirewallSpec(global.value(NFTABLES), global.value(PRIORITY, FirewallSpec.PRIORITY),
                global.has(BY_INDEX), global.has(COUNTERS), global.value(IPVS),
                global.value(IPVS_PRIORITY, FirewallSpec.PRIORITY),
                mark.isEmpty() ? OptionalLong.empty() : OptionalLong.of(mark.get()), chains, global.value(IPSETS));
    }
}
