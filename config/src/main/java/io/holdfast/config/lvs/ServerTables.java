package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of `virtual_server` and of `real_server` in it, made when the first virtual server is met.
final class ServerTables implements Syntax.BlockTable {
    private final CheckCatalog catalog;
    private Optional<Tables> tables = Optional.empty();

    ServerTables(CheckCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Block block() {
        return tables().virtualServer;
    }

    /// The row `real_server`.
    Keyword<Draft> realServer() {
        return tables().realServer;
    }

    /// The kind of check whose block a row of `real_server` is.
    Optional<CheckKind> kind(Keyword<?> row) {
        return Optional.ofNullable(tables().kinds.get(row));
    }

    private Tables tables() {
        if (tables.isEmpty()) {
            tables = Optional.of(new Tables(catalog.kinds()));
        }
        return tables.get();
    }

    private static final class Tables {
        private final Block virtualServer = VirtualServerKeywords.BLOCK.and(List.of());
        private final Keyword<Draft> realServer;
        private final Map<Keyword<?>, CheckKind> kinds = new HashMap<>();

        Tables(List<CheckKind> checks) {
            Block block = RealServerKeywords.BLOCK.and(List.of());
            Rows rows = block.rows(Effect.ACCEPTED);
            for (CheckKind check : checks) {
                kinds.put(rows.block(check.keyword(), check, check.doc()), check);
            }
            realServer = virtualServer.rows(Effect.ACCEPTED).block("real_server", new Made(block),
                    "One server behind the virtual server.");
        }
    }

    private record Made(Block block) implements Syntax.BlockTable {}
}
