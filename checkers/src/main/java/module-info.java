/// The kinds of health check: what is configured of each, and how it is said in a configuration.
module io.holdfast.checkers {
    requires io.holdfast.base;
    requires transitive io.holdfast.config;
    requires transitive io.holdfast.core;
    requires static org.jspecify;

    exports io.holdfast.checkers;
}
