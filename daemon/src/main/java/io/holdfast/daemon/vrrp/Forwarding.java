package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Sysctl;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Whether interfaces forward IPv6, which a neighbour advertisement has to say: hosts drop a default route to somebody
/// who ceases to be a router (RFC 4861 section 7.2.5).
final class Forwarding {
    /// What is known for longer than this is asked again (`vrrp.md` 1.10).
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Known(boolean on, MonoTime since) {}

    private final Map<String, Known> interfaces = new HashMap<>();

    boolean isOn(String interfaceName) {
        MonoTime now = MonoClock.now();
        Known known = interfaces.get(interfaceName);
        if (known == null || now.isAfter(known.since.plus(FRESH))) {
            known = new Known(read(interfaceName), now);
            interfaces.put(interfaceName, known);
        }
        return known.on;
    }

    private static boolean read(String interfaceName) {
        return Sysctl.read("net", "ipv6", "conf", interfaceName, "forwarding").orElse("0").equals("1");
    }
}
