/// The Linux kernel, as far as Holdfast needs it: the only caller of java.lang.foreign.
module io.holdfast.linux {
    requires transitive io.holdfast.base;
    requires static org.jspecify;

    exports io.holdfast.linux.sys;
    exports io.holdfast.linux.socket;
    exports io.holdfast.linux.netlink;
    exports io.holdfast.linux.route;
}
