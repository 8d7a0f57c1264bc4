package io.holdfast.config;

/// What stands at the top level about load balancing.
final class LvsRoot {
    static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static {
        NOT_YET.units("SSL virtual_server_group virtual_server");
    }

    private LvsRoot() {}
}
