package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.Peer;

/// The options of a line of `unicast_peer`.
public final class PeerKeywords {
    public static final Block BLOCK = Block.plain("unicast_peer");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<IpAddress> ADDRESS = DOES.lead(Values.SOCKET_ADDRESS,
            "Address of another router of the group.");
    public static final Keyword<Integer> MIN_TTL = DOES.lax("min_ttl", Values.integer(0, Peer.HIGHEST_TTL),
            "Lowest TTL its advertisements may arrive with.");
    public static final Keyword<Integer> MAX_TTL = DOES.lax("max_ttl", Values.integer(0, Peer.HIGHEST_TTL),
            "Highest TTL its advertisements may arrive with.");

    private PeerKeywords() {}
}
