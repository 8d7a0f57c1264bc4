package io.holdfast.config;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Peer;

/// The options of a line of `unicast_peer`.
final class PeerKeywords {
    static final Block BLOCK = Block.plain("unicast_peer");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<IpAddress> ADDRESS = DOES.lead(Values.ADDRESS, "Address of another router of the group.");
    static final Keyword<Integer> MIN_TTL = DOES.lax("min_ttl", Values.integer(0, Peer.HIGHEST_TTL),
            "Lowest TTL its advertisements may arrive with.");
    static final Keyword<Integer> MAX_TTL = DOES.lax("max_ttl", Values.integer(0, Peer.HIGHEST_TTL),
            "Highest TTL its advertisements may arrive with.");

    private PeerKeywords() {}
}
