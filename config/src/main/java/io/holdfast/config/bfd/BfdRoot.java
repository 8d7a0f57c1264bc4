package io.holdfast.config.bfd;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;

/// What stands at the top level about BFD.
public final class BfdRoot {
    public static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<Draft> BFD_INSTANCE = NOT_YET.block("bfd_instance", BfdTables.BFD_INSTANCE,
            "One BFD session.");

    private BfdRoot() {}
}
