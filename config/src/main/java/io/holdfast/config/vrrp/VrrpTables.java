package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables of the blocks that are read about virtual routers, each made when its block is first met.
///
/// An enum rather than method references: a JVM's first method reference loads 240 classes, which without an AOT cache
/// is half of the time a small file takes.
enum VrrpTables implements Syntax.BlockTable {
    VRRP_INSTANCE {
        @Override
        public Block block() {
            return InstanceKeywords.BLOCK;
        }
    },
    AUTHENTICATION {
        @Override
        public Block block() {
            return AuthenticationKeywords.BLOCK;
        }
    },
    AUTH_HMAC {
        @Override
        public Block block() {
            return AuthHmacKeywords.BLOCK;
        }
    },
    PEER_ENTRY {
        @Override
        public Block block() {
            return PeerKeywords.BLOCK;
        }
    },
    VRRP_SYNC_GROUP {
        @Override
        public Block block() {
            return SyncGroupKeywords.BLOCK;
        }
    },
    TRACK_GROUP {
        @Override
        public Block block() {
            return TrackGroupKeywords.BLOCK;
        }
    },
    ADDRESS_ENTRY {
        @Override
        public Block block() {
            return AddressKeywords.BLOCK;
        }
    }
}
