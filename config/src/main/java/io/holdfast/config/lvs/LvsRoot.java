package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Rows;

/// What stands at the top level about load balancing.
public final class LvsRoot {
    public static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static {
        NOT_YET.units("SSL virtual_server_group virtual_server");
    }

    private LvsRoot() {}
}
