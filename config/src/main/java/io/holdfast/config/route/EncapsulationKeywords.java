package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.LiteralValue;
import io.holdfast.config.value.Unsigned64Value;
import io.holdfast.config.value.Values;
import java.util.List;

/// What stands behind `encap`: a kind of tunnel header, and its fields.
final class EncapsulationKeywords {
    static final Block BLOCK = Block.plain("encap");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Draft> OVER_IP = DOES.part("ip", RouteTables.ENCAPSULATION_IP, "IPv4 around the packet.");
    static final Keyword<Draft> OVER_IP6 = DOES.part("ip6", RouteTables.ENCAPSULATION_IP6, "IPv6 around the packet.");
    static final Keyword<List<Integer>> MPLS = DOES.value("mpls", new LabelsValue(),
            "MPLS labels before the packet, the outermost first.");
    static final Keyword<Long> ILA = DOES.value("ila", new LocatorValue(), "Locator in place of the upper half.");

    static final Header IP = new Header("ip", Family.IPV4, "tos", "ttl");
    static final Header IP6 = new Header("ip6", Family.IPV6, "tc", "hoplimit");

    private EncapsulationKeywords() {}

    /// The fields of an IP header, which have other names in IPv6.
    record Header(Block block, Family family, Keyword<Long> id, Keyword<IpAddress> destination,
            Keyword<IpAddress> source, Keyword<Long> tos, Keyword<Long> hopLimit, Keyword<Long> flags) {
        Header(String name, Family family, String tos, String hopLimit) {
            this(Block.plain(name), family, tos, hopLimit);
        }

        private Header(Block block, Family family, String tos, String hopLimit) {
            this(block, block.rows(Effect.EFFECTIVE), family, tos, hopLimit);
        }

        private Header(Block block, Rows rows, Family family, String tos, String hopLimit) {
            this(block, family, rows.value("id", new Unsigned64Value(), "Tunnel id."),
                    rows.value("dst", Values.address(family), "Other end of the tunnel."),
                    rows.value("src", Values.address(family), "This end of the tunnel."),
                    rows.value(tos, new LiteralValue(8), "Type of service."),
                    rows.value(hopLimit, Values.count(0, 255), "How many routers it may pass."),
                    rows.value("flags", Values.count(0, 65_535), "Flags of the tunnel."));
        }
    }
}
