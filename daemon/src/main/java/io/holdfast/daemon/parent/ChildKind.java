package io.holdfast.daemon.parent;

/// The processes a parent may start. Names and idents are those operators know from keepalived.
enum ChildKind {
    VRRP("VRRP", "_vrrp", "io.holdfast.daemon.vrrp.VrrpMain");

    final String title;
    final String identSuffix;
    final String mainClass;

    ChildKind(String title, String identSuffix, String mainClass) {
        this.title = title;
        this.identSuffix = identSuffix;
        this.mainClass = mainClass;
    }
}
