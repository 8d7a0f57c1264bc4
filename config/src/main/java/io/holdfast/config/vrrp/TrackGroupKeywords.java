package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.value.Values;
import java.util.List;

/// The keyword of `track_group`.
final class TrackGroupKeywords {
    static final Block BLOCK = Block.named("track_group");

    static final Keyword<List<Syntax.Placed<String>>> GROUP = BLOCK.rows(Effect.EFFECTIVE).names("group", Values.TEXT,
            "Names of the instances that depend on static entries of this group.");

    private TrackGroupKeywords() {}
}
