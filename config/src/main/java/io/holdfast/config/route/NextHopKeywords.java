package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax.Lead;
import io.holdfast.config.value.Values;

/// What stands behind `nexthop`.
final class NextHopKeywords {
    static final Block BLOCK = Block.demanding("nexthop");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Lead<Family, IpAddress>> VIA = DOES.led("via", RouteKeywords.FAMILY, Values.ADDRESS,
            "Router that packets go to.");
    static final Keyword<String> DEV = DOES.value("dev", Values.INTERFACE, "Interface that packets leave by.");
    static final Keyword<Integer> WEIGHT = DOES.value("weight", Values.integer(1, 256), "Share among the next hops.");
    static final Keyword<Boolean> ONLINK = DOES.flag("onlink", "The router is on the link, whatever addresses say.");
    static final Keyword<Draft> ENCAP = DOES.part("encap", RouteTables.ENCAPSULATION, "What packets are wrapped in.");
    static final Keyword<RealmNames> REALMS = DOES.value("realms", new RealmsValue(), "What traffic is counted for.");

    private NextHopKeywords() {}
}
