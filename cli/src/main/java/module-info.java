/// What people call: commands that answer and end. Whatever they show can be had as JSON.
module io.holdfast.cli {
    requires info.picocli;
    requires io.holdfast.base;
    requires io.holdfast.checkers;
    requires io.holdfast.config;
    requires io.holdfast.core;
    requires static org.jspecify;

    opens io.holdfast.cli to info.picocli; // it fills in annotated fields
}
