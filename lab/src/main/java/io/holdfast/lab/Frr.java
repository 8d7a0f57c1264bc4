package io.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// FRR's vrrpd with its zebra, as a peer: a third reading of the RFC.
///
/// FRR expects the virtual address on a macvlan with the virtual MAC, made before it starts.
///
/// @param interval between advertisements, in seconds
public record Frr(int vrid, int priority, double interval, String vip) {
    private static final Path PROGRAMS = Path.of("/usr/lib/frr");

    /// Why it cannot be run on this machine, if it cannot.
    public static Optional<String> missing() {
        return Files.isExecutable(PROGRAMS.resolve("vrrpd")) ? Optional.empty() : Optional.of("frr is not installed");
    }

    /// Starts it on a host of the lab.
    public Daemon start(Lab lab, Host host) {
        String mac = String.format(Locale.ROOT, "00:00:5e:00:01:%02x", vrid);
        String device = "vrrp-" + vrid;
        host.namespace().ip(
                "link add " + device + " link " + Host.DEVICE + " address " + mac + " type macvlan mode bridge",
                "address add " + vip + "/32 dev " + device,
                "link set " + device + " up");
        return Daemon.start(lab, host, configuration(), this::command);
    }

    private String configuration() {
        return """
                interface %1$s
                 vrrp %2$d version 3
                 vrrp %2$d priority %3$d
                 vrrp %2$d advertisement-interval %4$d
                 vrrp %2$d ip %5$s
                """.formatted(Host.DEVICE, vrid, priority, Math.round(interval * 1000), vip);
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
