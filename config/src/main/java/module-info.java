/// Configuration text in, complete specifications and located diagnostics out. Reads through a `Source` only.
module io.holdfast.config {
    requires transitive io.holdfast.base;
    requires transitive io.holdfast.core;
    requires static org.jspecify;

    exports io.holdfast.config;
}
