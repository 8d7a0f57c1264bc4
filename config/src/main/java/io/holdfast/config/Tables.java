package io.holdfast.config;

/// The tables of the blocks that are read, each made when its block is first met.
///
/// An enum rather than method references: a JVM's first method reference loads 240 classes, which without an AOT cache
/// is half of the time a small file takes.
enum Tables implements Syntax.BlockTable {
    GLOBAL_DEFS {
        @Override
        public Block block() {
            return GlobalKeywords.BLOCK;
        }
    },
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
    PEER_ENTRY {
        @Override
        public Block block() {
            return PeerKeywords.BLOCK;
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
    ADDRESS_ENTRY {
        @Override
        public Block block() {
            return AddressKeywords.BLOCK;
        }
    }
}
