package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables of the blocks that are read about trackers, each made when its block is first met; an enum rather than
/// method references for the reason given there.
///
/// @see io.holdfast.config.table.Syntax.BlockTable
enum TrackTables implements Syntax.BlockTable {
    VRRP_SCRIPT {
        @Override
        public Block block() {
            return ScriptKeywords.BLOCK;
        }
    },
    TRACK_FILE {
        @Override
        public Block block() {
            return FileKeywords.BLOCK;
        }
    },
    VRRP_TRACK_PROCESS {
        @Override
        public Block block() {
            return ProcessKeywords.BLOCK;
        }
    },
    DELAY_ENTRY {
        @Override
        public Block block() {
            return LinkKeywords.DELAY_ENTRY;
        }
    },
    LINKBEAT_ENTRY {
        @Override
        public Block block() {
            return LinkKeywords.LINKBEAT_ENTRY;
        }
    },
    INTERFACE {
        @Override
        public Block block() {
            return TrackedKeywords.INTERFACE.block();
        }
    },
    SCRIPT {
        @Override
        public Block block() {
            return TrackedKeywords.SCRIPT.block();
        }
    },
    FILE {
        @Override
        public Block block() {
            return TrackedKeywords.FILE.block();
        }
    },
    PROCESS {
        @Override
        public Block block() {
            return TrackedKeywords.PROCESS.block();
        }
    },
    BFD {
        @Override
        public Block block() {
            return TrackedKeywords.BFD.block();
        }
    }
}
