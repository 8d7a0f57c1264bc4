package io.holdfast.config.route;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Syntax;

/// The tables of the entries about routing, each made when its list is first met.
///
/// An enum rather than method references, which would cost every start more than a small file does.
public enum RouteTables implements Syntax.BlockTable {
    ROUTE_ENTRY {
        @Override
        public Block block() {
            return RouteKeywords.BLOCK;
        }
    },
    NEXT_HOP {
        @Override
        public Block block() {
            return NextHopKeywords.BLOCK;
        }
    },
    ENCAPSULATION {
        @Override
        public Block block() {
            return EncapsulationKeywords.BLOCK;
        }
    },
    ENCAPSULATION_IP {
        @Override
        public Block block() {
            return EncapsulationKeywords.IP.block();
        }
    },
    ENCAPSULATION_IP6 {
        @Override
        public Block block() {
            return EncapsulationKeywords.IP6.block();
        }
    },
    RULE_ENTRY {
        @Override
        public Block block() {
            return RuleKeywords.BLOCK;
        }
    }
}
