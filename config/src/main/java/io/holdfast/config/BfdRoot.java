package io.holdfast.config;

/// What stands at the top level about BFD.
final class BfdRoot {
    static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static {
        NOT_YET.units("bfd_instance");
    }

    private BfdRoot() {}
}
