package io.holdfast.config;

import io.holdfast.config.bfd.BfdRoot;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.config.lvs.LvsRoot;
import io.holdfast.config.table.Block;
import io.holdfast.config.track.TrackRoot;
import io.holdfast.config.vrrp.VrrpRoot;
import java.util.List;

/// The top level of a configuration, to which every part of the daemon adds its keywords.
public final class RootKeywords {
    public static final Block BLOCK = Block.joined("the top level",
            List.of(GlobalRoot.BLOCK, VrrpRoot.BLOCK, TrackRoot.BLOCK, LvsRoot.BLOCK, BfdRoot.BLOCK));

    private RootKeywords() {}
}
