package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.HostLinks;
import io.holdfast.daemon.process.KernelDump;
import io.holdfast.daemon.watch.Report;
import io.holdfast.linux.route.AddressInfo;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.linux.route.RouteEvent;
import io.holdfast.linux.route.RouteMonitor;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.node.Link;
import io.holdfast.node.NodeEvent;
import io.holdfast.supervise.NetlinkBuffers;
import io.holdfast.track.PolledLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the kernel says about interfaces and addresses, as events for the node.
final class KernelView implements AutoCloseable {
    /// For as many reports as thousands of addresses make at a time, also of other programs.
    private static final int MONITOR_BUFFER = 1 << 20;
    /// What one report takes, which the kernel counts as twice the room it asks for: all addresses may come at once.
    private static final int MONITOR_BUFFER_PER_ADDRESS = 1 << 10;
    private static final int LARGEST_MONITOR_BUFFER = 1 << 28;

    private final RouteMonitor monitor;
    private final RouteOps ops;
    private NetlinkBuffers buffers = NetlinkBuffers.DEFAULT;
    private int monitorBuffer = MONITOR_BUFFER;
    private final PolledLinks polled = new PolledLinks();
    private boolean lost;

    private KernelView(RouteMonitor monitor, RouteOps ops) {
        this.monitor = monitor;
        this.ops = ops;
    }

    /// Listens first, so that nothing happens unseen between the dump and the first event.
    static KernelView open() {
        RouteMonitor monitor = RouteMonitor.open();
        monitor.receiveBuffer(MONITOR_BUFFER, true);
        return new KernelView(monitor, RouteOps.open());
    }

    /// Sizes the queues as configured, or for so many addresses as may come and go at once.
    void size(NetlinkBuffers wanted, int addresses) {
        int needed = Math.clamp((long) addresses * MONITOR_BUFFER_PER_ADDRESS, MONITOR_BUFFER, LARGEST_MONITOR_BUFFER);
        if (wanted.isSame(buffers) && needed == monitorBuffer) {
            return;
        }
        buffers = wanted;
        monitorBuffer = needed;
        if (wanted.monitor().isPresent()) {
            monitor.receiveBuffer(wanted.monitor().getAsInt(), wanted.forceMonitor());
        } else {
            monitor.receiveBuffer(needed, true);
        }
        ops.receiveBuffer(wanted.command().orElse(0));
    }

    int fd() {
        return monitor.fd();
    }

    RouteOps ops() {
        return ops;
    }

    /// The next thing that happened; empty when the node knows all. An IPv6 address counts as added once the kernel
    /// has found no duplicate: before, nothing can be sent from it, and then the kernel reports it again.
    Optional<NodeEvent> next() {
        Optional<RouteEvent> event = monitor.poll();
        while (event.isPresent() && !isNews(event.get())) {
            event = monitor.poll();
        }
        return event.isEmpty() ? Optional.empty() : Optional.of(translate(event.get()));
    }

    private boolean isNews(RouteEvent event) {
        if (event instanceof RouteEvent.Overrun) {
            lost = true;
            return false;
        }
        return !(event instanceof RouteEvent.AddressAdded added) || added.address().isUsable();
    }

    /// Whether the kernel had more to say than there was room for, so that [#resynced] has to tell.
    boolean hasLost() {
        return lost;
    }

    /// Whether more is known than [#fd] tells.
    boolean isInMidst() {
        return monitor.isInMidst();
    }

    private NodeEvent translate(RouteEvent event) {
        return switch (event) {
            case RouteEvent.LinkChanged changed -> new NodeEvent.LinkChanged(link(changed.link()));
            case RouteEvent.LinkRemoved removed -> {
                polled.forget(removed.link());
                yield new NodeEvent.LinkRemoved(removed.link().index());
            }
            case RouteEvent.AddressAdded added -> added(added.address());
            case RouteEvent.AddressRemoved removed ->
                    new NodeEvent.AddressRemoved(removed.address().ifindex(), removed.address().prefix());
            case RouteEvent.Overrun _ -> throw new AssertionError("no news");
        };
    }

    /// Everything there is now.
    NodeEvent.Resynced resynced() {
        lost = false;
        List<NodeEvent.AddressAdded> addresses = new ArrayList<>();
        for (AddressInfo address : KernelDump.addresses(ops)) {
            if (address.isUsable()) {
                addresses.add(added(address));
            }
        }
        return new NodeEvent.Resynced(links(), addresses);
    }

    /// From now on these links are asked for their state.
    ///
    /// @return what the kernel says of those that were and no longer are
    List<NodeEvent> poll(List<PolledLink> links) {
        List<NodeEvent> events = new ArrayList<>();
        for (LinkInfo link : polled.change(links)) {
            events.add(new NodeEvent.LinkChanged(link(link)));
        }
        return events;
    }

    /// What the answer of a link comes to; empty if the node would not notice.
    Optional<NodeEvent> polled(Report.LinkPolled report) {
        Optional<LinkInfo> link = polled.answered(report);
        return link.isEmpty() ? Optional.empty() : Optional.of(new NodeEvent.LinkChanged(link(link.get())));
    }

    /// The interfaces there are now, for the check of a configuration.
    HostLinks host() {
        return new HostLinks(ops);
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (LinkInfo info : KernelDump.links(ops)) {
            links.add(link(info));
        }
        return links;
    }

    private static NodeEvent.AddressAdded added(AddressInfo address) {
        return new NodeEvent.AddressAdded(address.ifindex(), address.prefix());
    }

    private Link link(LinkInfo info) {
        return new Link(info.index(), info.name(), info.mac(), info.mtu(), polled.isUp(info),
                info.isMulticast(), !info.isNoArp(), info.isLoopback());
    }

    @Override
    public void close() {
        monitor.close();
        ops.close();
    }
}
