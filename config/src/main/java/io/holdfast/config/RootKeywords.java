package io.holdfast.config;

import java.util.List;

/// The top level of a configuration, to which every part of the daemon adds its keywords.
final class RootKeywords {
    static final Block BLOCK = Block.joined("the top level",
            List.of(GlobalRoot.BLOCK, VrrpRoot.BLOCK, LvsRoot.BLOCK, BfdRoot.BLOCK));

    private RootKeywords() {}
}
