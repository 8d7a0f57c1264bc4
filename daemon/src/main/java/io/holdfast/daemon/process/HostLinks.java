package io.holdfast.daemon.process;

import io.holdfast.config.host.FilesSource;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.Source;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The interfaces of this machine, at one moment, for the check of a configuration.
///
/// That is all a process asks about that has packets to answer: who users are may have to be asked over the network.
public class HostLinks implements Host {
    private static final int USUAL_MTU = 1500;
    private static final int LARGEST_KEY_FILE = 1024;

    private final Map<String, LinkInfo> links = new HashMap<>();

    /// Asks the kernel.
    public HostLinks(RouteOps ops) {
        for (LinkInfo link : KernelDump.links(ops)) {
            links.put(link.name(), link);
        }
    }

    @Override
    public boolean hasInterface(String name) {
        return links.containsKey(name);
    }

    @Override
    public boolean isLoopback(String name) {
        Optional<LinkInfo> link = Optional.ofNullable(links.get(name));
        return link.isPresent() && link.get().isLoopback();
    }

    @Override
    public boolean isMulticast(String name) {
        Optional<LinkInfo> link = Optional.ofNullable(links.get(name));
        return link.isEmpty() || link.get().isMulticast();
    }

    @Override
    public KeyFile keyFile(String path) {
        return new KeyFile(new FilesSource().read(path, LARGEST_KEY_FILE), isPrivate(path));
    }

    @Override
    public Optional<Source> files() {
        return Optional.of(new FilesSource());
    }

    /// A file that is not there has nothing to hide.
    private static boolean isPrivate(String path) {
        try {
            for (PosixFilePermission permission : Files.getPosixFilePermissions(Path.of(path))) {
                if (!permission.name().startsWith("OWNER_")) {
                    return false;
                }
            }
            return true;
        } catch (IOException | InvalidPathException e) {
            return true;
        }
    }

    @Override
    public int mtu(String name) {
        Optional<LinkInfo> link = Optional.ofNullable(links.get(name));
        return link.isPresent() ? link.get().mtu() : USUAL_MTU;
    }
}
