package io.holdfast.lab;

import io.holdfast.lab.wire.Packet.Advert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One node that runs the image, with a capture beside it, for scenarios about the processes of the daemon themselves.
/// Its second interface, `eth1`, leads nowhere.
final class Solo implements AutoCloseable {
    static final String SECOND_DEVICE = "eth1";
    static final String SECOND_VIP = "10.98.0.101";
    static final Instance FIRST = Instance.v3(0.2).priority(255).vip(Cell.VIP);
    static final Instance SECOND = FIRST.vrid(52).vip(SECOND_VIP);

    private static final List<String> DEVICE = List.of(
            "link add " + SECOND_DEVICE + " type veth peer name " + SECOND_DEVICE + "-peer",
            "address add 10.98.0.1/24 dev " + SECOND_DEVICE,
            "link set " + SECOND_DEVICE + "-peer up", "link set " + SECOND_DEVICE + " up");

    final Lab lab;
    final Host host;
    final Capture wire;
    private final Software software;

    private Solo(Lab lab, Software software) {
        this.lab = lab;
        this.software = software;
        host = lab.host("a", "10.99.0.1");
        addSecondDevice();
        wire = lab.own(Capture.start(lab.segment()));
    }

    static Solo open() {
        return open(Software.HOLDFAST);
    }

    /// With keepalived in place of the image, to see that a scenario is right.
    static Solo open(Software software) {
        Machine.mustRun(software);
        Lab lab = Lab.open("solo");
        try {
            return new Solo(lab, software);
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    void addSecondDevice() {
        host.namespace().ip(DEVICE.toArray(String[]::new));
    }

    void deleteSecondDevice() {
        host.namespace().ip("link del " + SECOND_DEVICE);
    }

    /// Both instances, the second one on the second interface.
    static String both() {
        return FIRST.text() + SECOND.text().replace("interface " + Host.DEVICE, "interface " + SECOND_DEVICE);
    }

    Daemon start(String configuration) {
        return Daemon.start(lab, host, software, configuration);
    }

    /// Starts both instances and waits until both serve.
    Daemon serveBoth() {
        Daemon daemon = start(both());
        host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        host.expectHolds(SECOND_VIP, true, Cell.PATIENCE);
        return daemon;
    }

    /// Starts one instance and waits until it serves.
    Daemon serveFirst() {
        Daemon daemon = start(FIRST.text());
        host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        return daemon;
    }

    /// The first instance is heard after a moment, by the clock of the kernel, and has its address.
    void expectFirstServes(Instant after) {
        Predicate<Advert> later = advert -> advert.priority() > 0 && advert.at().isAfter(after);
        wire.expectAdvert(host, FIRST.vrid(), 0, later, Cell.PATIENCE);
        host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
    }

    /// Waits for a line after a position of the log.
    static LogLine expectLine(Daemon daemon, int since, String words) {
        return daemon.log().expect("a line with \"" + words + "\"", since, line -> line.says(words), Cell.PATIENCE);
    }

    /// SIGKILL to the VRRP child; returns once it is gone.
    static Instant killChild(Daemon daemon) {
        ProcessHandle child = process(daemon.childPid());
        daemon.killChild();
        child.onExit().orTimeout(Cell.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return Instant.now();
    }

    /// The parent, by the pid it wrote.
    static ProcessHandle parent(Daemon daemon) {
        return process(pid(daemon.directory().resolve("pid")));
    }

    static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(long pid, String name) {
        Command.run("sh", "-c", "kill -" + name + " " + pid);
    }

    @Override
    public void close() {
        lab.close();
    }
}
