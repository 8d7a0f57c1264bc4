package io.holdfast.config.bfd;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables of the blocks that are read about BFD, each made when its block is first met.
enum BfdTables implements Syntax.BlockTable {
    BFD_INSTANCE {
        @Override
        public Block block() {
            return BfdKeywords.BLOCK;
        }
    }
}
