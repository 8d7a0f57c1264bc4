package io.holdfast.node;

import io.holdfast.vrrp.Specs;
import java.util.List;

/// What the conformance items are shown for. A router of each has the lower, another the higher address.
enum Protocol {
    V2("v2 IPv4", "192.0.2.1", "192.0.2.2", 20),
    V3("v3 IPv4", "192.0.2.1", "192.0.2.2", 20),
    V3_IPV6("v3 IPv6", "fe80::5", "fe80::6", 0);

    private final String text;
    final String self;
    /// The other router: the higher address.
    final String other;
    /// Bytes of IP header in a packet as the kernel delivers it.
    final int header;

    Protocol(String text, String self, String other, int header) {
        this.text = text;
        this.self = self;
        this.other = other;
        this.header = header;
    }

    /// Priority 100, one second, two addresses.
    Specs specs() {
        return switch (this) {
            case V2 -> Specs.vrrp();
            case V3 -> Specs.v3();
            case V3_IPV6 -> Specs.v6();
        };
    }

    NodeDriver backup(Specs specs) {
        NodeDriver driver = new NodeDriver(specs.spec());
        start(driver);
        return driver;
    }

    NodeDriver master(Specs specs) {
        NodeDriver driver = backup(specs);
        driver.fire();
        return driver;
    }

    List<Action> start(NodeDriver driver) {
        return this == V3_IPV6 ? driver.start(self + "/64") : driver.start();
    }

    @Override
    public String toString() {
        return text;
    }
}
