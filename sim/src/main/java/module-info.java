/// A virtual network, kernel and clock around the production core: whole clusters in one thread.
module io.holdfast.sim {
    requires transitive io.holdfast.base;
    requires transitive io.holdfast.core;
    requires static org.jspecify;

    exports io.holdfast.sim;
}
