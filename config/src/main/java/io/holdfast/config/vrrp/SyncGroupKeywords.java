package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.track.TrackKeywords;
import io.holdfast.config.value.Values;
import java.util.List;

/// The keywords of `vrrp_sync_group`.
final class SyncGroupKeywords {
    static final Block BLOCK = Block.named("vrrp_sync_group");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<List<Syntax.Placed<String>>> GROUP = DOES.names("group", Values.TEXT,
            "Names of the instances that change state together.");
    static final TrackKeywords TRACKED = new TrackKeywords(BLOCK);
    static final NotifyKeywords NOTIFY = new NotifyKeywords(DOES);
    static final Keyword<Boolean> GLOBAL_TRACKING = DOES.flag("global_tracking",
            "Old name of sync_group_tracking_weight.");
    static final Keyword<Boolean> SYNC_GROUP_TRACKING_WEIGHT = DOES.flag("sync_group_tracking_weight",
            "Weights that members give their own trackers count.");

    private SyncGroupKeywords() {}
}
