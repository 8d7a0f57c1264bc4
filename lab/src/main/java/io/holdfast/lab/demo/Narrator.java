package io.holdfast.lab.demo;

import io.holdfast.lab.Host;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// Tells what happens, line by line, with the time since the beginning; or keeps quiet.
final class Narrator {
    private final Optional<PrintStream> out;
    private final long start = System.nanoTime();

    private Narrator(Optional<PrintStream> out) {
        this.out = out;
    }

    static Narrator on(PrintStream stream) {
        return new Narrator(Optional.of(stream));
    }

    static Narrator silent() {
        return new Narrator(Optional.empty());
    }

    void say(String line) {
        double seconds = (System.nanoTime() - start) / 1e9;
        out.ifPresent(stream -> stream.println(String.format(Locale.ROOT, "%7.3f  %s", seconds, line)));
    }

    /// A host without power. Its namespace, the only part of it that is still there, says nothing about it.
    void off(Host host) {
        say(String.format(Locale.ROOT, "    %-6s is dark", host.name()));
    }

    /// A host's addresses, and what holding or not holding the virtual one makes it.
    void state(Host host, String vip) {
        String state = host.holds(vip) ? "MASTER" : "BACKUP";
        String addresses = String.join(" ", host.addresses().stream().sorted().toList());
        say(String.format(Locale.ROOT, "    %-6s %s  %s", host.name(), state, addresses));
    }
}
