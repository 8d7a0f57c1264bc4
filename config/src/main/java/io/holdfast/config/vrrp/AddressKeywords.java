package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;

/// The options of an address entry (11.1). A wrong word drops the entry for `value`, the option alone for `lax`.
public final class AddressKeywords {
    public static final Block BLOCK = Block.plain("address entry");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<Prefix> ADDRESS = DOES.lead(Values.PREFIX, "The address, a host without a prefix length.");
    static final Keyword<String> DEV = DOES.value("dev", Values.INTERFACE, "Interface that carries the address.");
    static final Keyword<Integer> SCOPE = DOES.lax("scope", new ScopeValue(), "Scope of an IPv4 address.");
    static final Keyword<Broadcast> BROADCAST = DOES.value("broadcast", new BroadcastValue(), "Broadcast address.");
    static final Keyword<Broadcast> BRD = DOES.value("brd", new BroadcastValue(), "The same as broadcast.");
    static final Keyword<String> LABEL = DOES.value("label", new LabelValue(), "Label of an IPv4 address.");
    static final Keyword<IpAddress> PEER = DOES.lax("peer", Values.BARE_ADDRESS, "The other end of the link.");
    static final Keyword<Boolean> HOME = DOES.flag("home", "Home address of Mobile IPv6.");
    static final Keyword<Boolean> NODAD = DOES.flag("-nodad", "Turns duplicate address detection on.");
    static final Keyword<Boolean> MNGTMPADDR = DOES.flag("mngtmpaddr", "The kernel manages temporary addresses.");
    static final Keyword<Boolean> NOPREFIXROUTE = DOES.flag("noprefixroute", "No route to the prefix.");
    static final Keyword<Boolean> AUTOJOIN = DOES.flag("autojoin", "Join the multicast group.");
    static final Keyword<Boolean> NO_TRACK = DOES.flag("no_track", "Losing the address changes nothing.");
    static final Keyword<Long> PREFERRED_LFT = DOES.lax("preferred_lft", new LifetimeValue(),
            "Preferred lifetime in seconds.");

    static {
        NOT_YET.words("use_vmac", "the address is put on the interface itself");
        NOT_YET.words("track_group");
    }

    private AddressKeywords() {}
}
