package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables of the blocks that are read about the daemon as a whole, each made when its block is first met.
///
/// An enum rather than method references: a JVM's first method reference loads 240 classes, which without an AOT cache
/// is half of the time a small file takes.
enum GlobalTables implements Syntax.BlockTable {
    GLOBAL_DEFS {
        @Override
        public Block block() {
            return GlobalKeywords.BLOCK;
        }
    },
    GARP_GROUP {
        @Override
        public Block block() {
            return GarpGroupKeywords.BLOCK;
        }
    },
    GARP_INTERFACE_ENTRY {
        @Override
        public Block block() {
            return GarpGroupKeywords.INTERFACE_ENTRY;
        }
    },
    LVS_TIMEOUTS {
        @Override
        public Block block() {
            return IpvsKeywords.TIMEOUTS;
        }
    },
    LVS_SYNC_DAEMON {
        @Override
        public Block block() {
            return IpvsKeywords.SYNC_DAEMON;
        }
    }
}
