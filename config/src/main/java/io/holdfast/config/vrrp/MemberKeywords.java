package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.value.Values;

/// The words of `group`: names of instances, which may be defined further down.
final class MemberKeywords {
    static final Block BLOCK = Block.words("group");

    static final Keyword<String> NAME = BLOCK.rows(Effect.EFFECTIVE).lead(Values.TEXT, "Name of an instance.");

    private MemberKeywords() {}
}
