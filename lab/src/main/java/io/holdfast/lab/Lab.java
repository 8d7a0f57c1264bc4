package io.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// One experiment: a segment, the hosts on it and whatever runs there, all gone when it is closed.
///
/// ```
///     host a           host b           host c
///   +--------+       +--------+       +--------+
///   |  eth0  |       |  eth0  |       |  eth0  |      each box a network namespace
///   +---+----+       +---+----+       +---+----+
///       |                |                |           veth pairs
///   +---+----------------+----------------+----+
///   |  p-a              p-b              p-c   |      the segment: bridge br0, where captures listen
///   +------------------------------------------+
/// ```
public final class Lab implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    /// Where /run is a disk, a daemon that writes to its journal may wait for that disk. Where nodes are deployed
    /// /run is in memory, and so it is here.
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final String prefix;
    private final Path directory;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Thread cleaner = new Thread(this::clean, "lab cleaner");
    private final Segment segment;

    private Lab(String prefix, Path directory) {
        this.prefix = prefix;
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(cleaner);
        segment = new Segment(namespace("wire"));
    }

    /// Makes a lab with an empty segment. The label is a part of every name in it.
    public static Lab open(String label) {
        String prefix = "hf-" + label + "-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        try {
            return new Lab(prefix, Files.isWritable(IN_MEMORY)
                    ? Files.createTempDirectory(IN_MEMORY, prefix + "-")
                    : Files.createTempDirectory(prefix + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Segment segment() {
        return segment;
    }

    /// A folder for configurations, pid files and the like, private to this lab.
    public Path directory() {
        return directory;
    }

    /// Adds a host to the segment, with an address of a /24.
    public Host host(String name, String address) {
        Host host = new Host(name, address, namespace(name), segment);
        own(host::close);
        return host;
    }

    /// Takes over the closing of something; what was last taken over is closed first.
    public <T extends AutoCloseable> T own(T thing) {
        synchronized (owned) {
            owned.push(thing);
        }
        return thing;
    }

    @Override
    public void close() {
        clean();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException _) {
            // The JVM is going down: the cleaner runs, or has run, by itself.
        }
    }

    private Namespace namespace(String name) {
        return own(Namespace.create(prefix + "-" + name));
    }

    private void clean() {
        synchronized (owned) {
            while (!owned.isEmpty()) {
                closeQuietly(owned.pop());
            }
        }
        remove(directory);
    }

    /// One thing that will not close must not keep the others open.
    private static void closeQuietly(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            System.err.println("lab: closing " + thing + ": " + e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // A file that went meanwhile was to go anyway.
        }
    }
}
