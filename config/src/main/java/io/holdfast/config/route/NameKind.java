package io.holdfast.config.route;

import java.util.OptionalLong;

/// What iproute2 gives names to (11.4).
public enum NameKind {
    TABLE("rt_tables", 32, "the name or number of a routing table"),
    SCOPE("rt_scopes", 8, "global, site, link, host, nowhere, another scope or a number from 0 to 255"),
    PROTOCOL("rt_protos", 8, "the name of a routing protocol or a number from 0 to 255"),
    REALM("rt_realms", 8, "the name of a realm or a number from 0 to 255"),
    DSFIELD("rt_dsfield", 8, "the name of a type of service or a number from 0 to 255"),
    GROUP("group", 31, "the name or number of an interface group");

    private final String file;
    private final int bits;
    private final String expects;

    NameKind(String file, int bits, String expects) {
        this.file = file;
        this.bits = bits;
        this.expects = expects;
    }

    /// The file with the names, in the directories of iproute2.
    String file() {
        return file;
    }

    /// How many bits a number may have.
    int bits() {
        return bits;
    }

    /// What fits, for a message.
    String expects() {
        return expects;
    }

    /// What a name means that needs no file: see linux/rtnetlink.h.
    OptionalLong builtIn(String name) {
        return switch (this) {
            case TABLE -> number(name, "default", 253, "main", 254, "local", 255);
            case SCOPE -> number(name, "global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);
            case PROTOCOL -> number(name, "redirect", 1, "kernel", 2, "boot", 3, "static", 4, "gated", 8, "ra", 9,
                    "mrt", 10, "zebra", 11, "bird", 12, "dnrouted", 13, "xorp", 14, "ntk", 15, "dhcp", 16,
                    "keepalived", 18, "babel", 42, "bgp", 186, "isis", 187, "ospf", 188, "rip", 189, "eigrp", 192);
            case REALM, DSFIELD, GROUP -> OptionalLong.empty();
        };
    }

    private static OptionalLong number(String name, Object... table) {
        for (int i = 0; i < table.length; i += 2) {
            if (table[i].equals(name)) {
                return OptionalLong.of((Integer) table[i + 1]);
            }
        }
        return OptionalLong.empty();
    }
}
