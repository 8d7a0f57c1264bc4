package io.holdfast.daemon.parent;

/// The processes a parent may start. Titles are those operators know from keepalived's log.
enum ChildKind {
    VRRP("VRRP", "io.holdfast.daemon.vrrp.VrrpMain");

    final String title;
    final String mainClass;

    ChildKind(String title, String mainClass) {
        this.title = title;
        this.mainClass = mainClass;
    }
}
