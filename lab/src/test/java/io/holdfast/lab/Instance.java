package io.holdfast.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A vrrp_instance of a scenario, in keepalived's language.
record Instance(int version, double interval, int vrid, int priority, List<String> vips, List<String> lines) {

    /// VRRP version 3 with an interval in seconds: VRID 51, priority 100, no addresses yet.
    static Instance v3(double interval) {
        return new Instance(3, interval, 51, 100, List.of(), List.of());
    }

    /// VRRP version 2 with an interval of a second and a password.
    static Instance v2(String password) {
        return new Instance(2, 1, 51, 100, List.of(), List.of())
                .with("authentication {", "auth_type PASS", "auth_pass " + password, "}");
    }

    /// The same over AH instead of with a password.
    static Instance ah(String password) {
        return new Instance(2, 1, 51, 100, List.of(), List.of())
                .with("authentication {", "auth_type AH", "auth_pass " + password, "}");
    }

    Instance vrid(int number) {
        return new Instance(version, interval, number, priority, vips, lines);
    }

    Instance priority(int number) {
        return new Instance(version, interval, vrid, number, vips, lines);
    }

    /// With another advertisement interval, in seconds.
    Instance every(double seconds) {
        return new Instance(version, seconds, vrid, priority, vips, lines);
    }

    Instance vip(String... addresses) {
        return new Instance(version, interval, vrid, priority, List.of(addresses), lines);
    }

    /// Further lines of the block.
    Instance with(String... more) {
        return new Instance(version, interval, vrid, priority, vips,
                Stream.concat(lines.stream(), Stream.of(more)).toList());
    }

    String name() {
        return "VI_" + vrid;
    }

    /// How long a backup waits for this instance's master (RFC 9568 section 6.1: Active_Down_Interval), in seconds.
    double downInterval() {
        return 3 * interval + skew();
    }

    double skew() {
        return (256 - priority) * interval / 256;
    }

    String text() {
        return """
                vrrp_instance %s {
                    state BACKUP
                    interface %s
                    version %d
                    virtual_router_id %d
                    priority %d
                    advert_int %s
                    %s
                    virtual_ipaddress {
                        %s
                    }
                }
                """.formatted(name(), Host.DEVICE, version, vrid, priority, seconds(),
                String.join("\n    ", lines), String.join("\n        ", vips));
    }

    static String all(Instance... instances) {
        return Stream.of(instances).map(Instance::text).collect(Collectors.joining("\n"));
    }

    private String seconds() {
        return version == 2 ? Integer.toString((int) interval) : String.format(Locale.ROOT, "%.2f", interval);
    }
}
