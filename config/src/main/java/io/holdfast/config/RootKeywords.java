package io.holdfast.config;

import io.holdfast.config.bfd.BfdRoot;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.config.lvs.LvsRoot;
import io.holdfast.config.lvs.SkippedLvs;
import io.holdfast.config.table.Block;
import io.holdfast.config.track.TrackRoot;
import io.holdfast.config.vrrp.VrrpRoot;
import java.util.List;

/// The top level of a configuration, to which every part of the daemon adds its keywords.
public final class RootKeywords {
    /// As the VRRP process reads it, which leaves load balancing to another.
    public static final Block BLOCK = with(SkippedLvs.BLOCK);

    private RootKeywords() {}

    /// All of it.
    public static Block with(LvsRoot lvs) {
        return with(lvs.block());
    }

    private static Block with(Block lvs) {
        return Block.joined("the top level",
                List.of(GlobalRoot.BLOCK, VrrpRoot.BLOCK, TrackRoot.BLOCK, lvs, BfdRoot.BLOCK));
    }
}
