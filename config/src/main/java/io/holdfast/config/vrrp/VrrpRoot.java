package io.holdfast.config.vrrp;

import io.holdfast.config.route.RouteTables;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import java.util.List;

/// What stands at the top level about virtual routers.
public final class VrrpRoot {
    public static final Block BLOCK = Block.part();
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    public static final Keyword<Draft> VRRP_INSTANCE = DOES.block("vrrp_instance", VrrpTables.VRRP_INSTANCE,
            "One virtual router on one interface.");

    public static final Keyword<Draft> VRRP_SYNC_GROUP = DOES.block("vrrp_sync_group", VrrpTables.VRRP_SYNC_GROUP,
            "Instances that change state together.");
    public static final Keyword<Draft> TRACK_GROUP = NOT_YET.block("track_group", VrrpTables.TRACK_GROUP,
            "Instances that depend on static entries.");

    static final Keyword<List<Draft>> STATIC_IPADDRESS = NOT_YET.entries("static_ipaddress", VrrpTables.ADDRESS_ENTRY,
            "Addresses that are there as long as the daemon runs.");
    static final Keyword<List<Draft>> STATIC_ROUTES = NOT_YET.entries("static_routes", RouteTables.ROUTE_ENTRY,
            "Routes that are there as long as the daemon runs.");
    static final Keyword<List<Draft>> STATIC_RULES = NOT_YET.entries("static_rules", RouteTables.RULE_ENTRY,
            "Policy rules that are there as long as the daemon runs.");

    private VrrpRoot() {}
}
