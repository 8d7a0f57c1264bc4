/// Configuration text in, complete specifications and located diagnostics out. Reads through a `Source` only.
module io.holdfast.config {
    requires transitive io.holdfast.base;
    requires transitive io.holdfast.core;
    requires static org.jspecify;

    exports io.holdfast.config;
    exports io.holdfast.config.finding;
    exports io.holdfast.config.host;
    exports io.holdfast.config.lvs;
    exports io.holdfast.config.plan;
    exports io.holdfast.config.table;
    exports io.holdfast.config.text;
    exports io.holdfast.config.value;
}
