package io.holdfast.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A way to speak VRRP: version, address family, to a group or to peers, with or without a password.
///
/// @param version 2 or 3
record Dialect(int version, boolean v6, boolean unicast, boolean password) {
    static final Dialect V2 = new Dialect(2, false, false, false);
    static final Dialect V3 = new Dialect(3, false, false, false);
    static final Dialect V3_IPV6 = new Dialect(3, true, false, false);

    private static final String VIP6 = "fd00:99::100";

    /// The three that the conformance items are shown in.
    static Stream<Dialect> plain() {
        return Stream.of(V2, V3, V3_IPV6);
    }

    /// Every combination, also those that do not exist.
    static List<Dialect> combinations() {
        List<Dialect> all = new ArrayList<>();
        for (int version : List.of(2, 3)) {
            for (boolean v6 : List.of(false, true)) {
                for (boolean unicast : List.of(false, true)) {
                    for (boolean password : List.of(false, true)) {
                        all.add(new Dialect(version, v6, unicast, password));
                    }
                }
            }
        }
        return all;
    }

    /// Why there is no such dialect, if there is none.
    Optional<String> impossible() {
        if (!password) {
            return Optional.empty();
        }
        if (version == 3) {
            return Optional.of("version 3 has no authentication (RFC 9568 section 9)");
        }
        return v6 ? Optional.of("no room for a password in version 2 over IPv6 (`vrrp.md` 1.2)") : Optional.empty();
    }

    /// The same for FRR's vrrpd, which knows less.
    Optional<String> impossibleForFrr() {
        if (unicast) {
            return Optional.of("FRR knows no unicast");
        }
        if (password) {
            return Optional.of("FRR knows no authentication");
        }
        return version == 2 && v6 ? Optional.of("FRR knows no version 2 over IPv6") : Optional.empty();
    }

    /// The address a client uses.
    String vip() {
        return v6 ? VIP6 : Cell.VIP;
    }

    /// An instance of priority 100 on one host, its only peer being another.
    Instance instance(Host self, Host peer) {
        Instance instance = new Instance(version, version == 2 ? 1 : 0.3, 51, 100, List.of(), List.of());
        // RFC 9568 section 5.2.9: over IPv6 the first address is link-local.
        instance = v6 ? instance.vip("fe80::99:100/64", VIP6 + "/64") : instance.vip(Cell.VIP);
        if (password) {
            instance = instance.password("s3cret");
        }
        if (unicast) {
            instance = v6 ? instance.with("unicast_src_ip " + self.globalV6()) : instance;
            instance = instance.with("unicast_peer {", v6 ? peer.globalV6() : peer.address(), "}");
        }
        return instance;
    }

    @Override
    public String toString() {
        return "v" + version + (v6 ? " IPv6" : " IPv4") + (unicast ? " unicast" : " multicast")
                + (password ? " PASS" : "");
    }
}
