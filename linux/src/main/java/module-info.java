/// The Linux kernel, as far as Holdfast needs it: the only caller of java.lang.foreign.
module io.holdfast.linux {
    requires transitive io.holdfast.base;
    requires jdk.unsupported;
    requires static org.jspecify;
}
