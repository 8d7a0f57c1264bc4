package io.holdfast.daemon.process;

import io.holdfast.config.Host;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteOps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The interfaces of this machine, at one moment, for the check of a configuration.
public final class HostLinks implements Host {
    private static final int USUAL_MTU = 1500;

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
    public int mtu(String name) {
        Optional<LinkInfo> link = Optional.ofNullable(links.get(name));
        return link.isPresent() ? link.get().mtu() : USUAL_MTU;
    }
}
