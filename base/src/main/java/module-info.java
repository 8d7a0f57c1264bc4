/// Value types every room shares. Depends on nothing.
module io.holdfast.base {
    requires static transitive org.jspecify;

    exports io.holdfast.base;
}
