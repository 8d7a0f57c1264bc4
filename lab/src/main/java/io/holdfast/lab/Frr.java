package io.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// FRR's vrrpd with its zebra, as a peer: a third reading of the RFC.
///
/// FRR expects the virtual addresses on a macvlan with the virtual MAC, made before it starts, and switches that on and
/// off. While it is off the kernel must not answer ARP for its addresses on the real interface.
///
/// @param interval between advertisements, in seconds
/// @param vips     virtual addresses of one family
public record Frr(int version, int vrid, int priority, double interval, List<String> vips) {
    private static final Path PROGRAMS = Path.of("/usr/lib/frr");

    /// Why it cannot be run on this machine, if it cannot.
    public static Optional<String> missing() {
        return Files.isExecutable(PROGRAMS.resolve("vrrpd")) ? Optional.empty() : Optional.of("frr is not installed");
    }

    /// Adds the macvlan to a host of the lab.
    public void addDevice(Host host) {
        String device = device();
        String mac = String.format(Locale.ROOT, "00:00:5e:00:%02x:%02x", isV6() ? 2 : 1, vrid);
        host.namespace().ip(
                "link add " + device + " link " + Host.DEVICE + " address " + mac + " type macvlan mode bridge",
                "link set " + device + " addrgenmode none",
                vips.stream().map(vip -> "address add " + vip + (isV6() ? "/64 nodad" : "/32") + " dev " + device)
                        .collect(Collectors.joining("\n")),
                // The last one added is the first one listed, and that is where FRR sends from.
                "address add " + host.linkLocal() + "/64 dev " + device + " nodad",
                "link set " + device + " up");
        Command.run(host.namespace().inside(List.of("tee", "/proc/sys/net/ipv4/conf/all/arp_ignore")), "1");
    }

    /// Starts it on a host that has the macvlan.
    public Daemon start(Lab lab, Host host) {
        return Daemon.start(lab, host, configuration(), this::command);
    }

    /// Waits until it has switched the macvlan on, as a master does, or off.
    ///
    /// @throws AssertionError if that does not come in time
    public void expectServes(Host host, boolean wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (isOn(host) != wanted) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(host.name() + "'s " + device() + " should be " + (wanted ? "on" : "off")
                        + " after " + patience.toMillis() + " ms");
            }
            // Addresses that come or go with the interface wake us; a quarter of a second is for when none does.
            host.watch().changes().awaitGrowth(host.watch().changes().position(), Duration.ofMillis(250));
        }
    }

    private boolean isOn(Host host) {
        return !Command.run("ip", "-n", host.namespace().name(), "-d", "link", "show", device())
                .contains("protodown on");
    }

    private String device() {
        return "vrrp-" + vrid;
    }

    private boolean isV6() {
        return vips.getFirst().contains(":");
    }

    private String configuration() {
        String addresses = vips.stream()
                .map(vip -> " vrrp " + vrid + (isV6() ? " ipv6 " : " ip ") + vip)
                .collect(Collectors.joining("\n"));
        return """
                interface %1$s
                 vrrp %2$d version %3$d
                 vrrp %2$d priority %4$d
                 vrrp %2$d advertisement-interval %5$d
                %6$s
                """.formatted(Host.DEVICE, vrid, version, priority, Math.round(interval * 1000), addresses);
    }

    /// One shell starts both: zebra beside it, vrrpd in its place. They run as the user frr, who must own the folder.
    private List<String> command(Path directory) {
        String common = " -P 0 -z " + directory + "/zserv.api --vty_socket " + directory + " --log stdout";
        try {
            Files.writeString(directory.resolve("zebra.conf"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("sh", "-c", "cd " + directory + " && chmod 711 .. && chown -R frr:frr ."
                + " && { " + PROGRAMS + "/zebra -f zebra.conf -i zebra.pid" + common + " & }"
                + " && exec " + PROGRAMS + "/vrrpd -f conf -i pid" + common);
    }
}
