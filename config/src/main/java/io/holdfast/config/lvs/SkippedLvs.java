package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;

/// What stands at the top level about load balancing, for a process that leaves it to another and counts braces (1).
public final class SkippedLvs {
    public static final Block BLOCK = Block.part();

    static {
        BLOCK.rows(Effect.ACCEPTED).units("SSL virtual_server_group virtual_server");
    }

    private SkippedLvs() {}
}
