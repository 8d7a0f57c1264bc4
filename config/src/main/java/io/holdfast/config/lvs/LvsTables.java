package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables that do not depend on the checks there are, each made when its block is first met.
enum LvsTables implements Syntax.BlockTable {
    SSL {
        @Override
        public Block block() {
            return SslKeywords.BLOCK;
        }
    },
    VIRTUAL_SERVER_GROUP {
        @Override
        public Block block() {
            return GroupKeywords.BLOCK;
        }
    }
}
