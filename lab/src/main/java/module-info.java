/// The lab: daemons on a real kernel, in network namespaces. Knows no other room; what it runs is a path it is given.
module io.holdfast.lab {
    requires static org.jspecify;

    exports io.holdfast.lab;
    exports io.holdfast.lab.demo;
    exports io.holdfast.lab.wire;
}
