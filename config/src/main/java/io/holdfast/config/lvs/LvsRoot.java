package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import java.util.List;

/// What stands at the top level about load balancing. Not all of it is static, as other tables are: what a real server
/// takes depends on the checks there are.
public final class LvsRoot {
    private static final Block FIXED = Block.part();
    private static final Rows NOT_YET = FIXED.rows(Effect.ACCEPTED);
    private static final Rows ONCE = FIXED.rows(Effect.ACCEPTED, Repetition.REPLACES);

    static final Keyword<Draft> SSL = ONCE.block("SSL", LvsTables.SSL,
            "Certificates that checks over TLS show.");
    static final Keyword<Draft> VIRTUAL_SERVER_GROUP = NOT_YET.block("virtual_server_group",
            LvsTables.VIRTUAL_SERVER_GROUP, "Addresses, ranges and firewall marks under one name.");

    private final Block block = FIXED.and(List.of());
    private final ServerTables servers;
    private final Keyword<Draft> virtualServer;

    public LvsRoot(CheckCatalog checks) {
        servers = new ServerTables(checks);
        virtualServer = block.rows(Effect.ACCEPTED).block("virtual_server", servers,
                "One IPVS service and the real servers behind it.");
    }

    /// The rows.
    public Block block() {
        return block;
    }

    Keyword<Draft> virtualServer() {
        return virtualServer;
    }

    ServerTables servers() {
        return servers;
    }
}
