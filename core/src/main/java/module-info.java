/// Pure decisions: what the daemon does about what happens. No IO, threads, clock, randomness or logger.
module io.holdfast.core {
    requires transitive io.holdfast.base;
    requires static org.jspecify;

    exports io.holdfast.bfd;
    exports io.holdfast.control;
    exports io.holdfast.health;
    exports io.holdfast.journal;
    exports io.holdfast.lvs;
    exports io.holdfast.node;
    exports io.holdfast.notify;
    exports io.holdfast.route;
    exports io.holdfast.script;
    exports io.holdfast.supervise;
    exports io.holdfast.track;
    exports io.holdfast.vrrp;
}
