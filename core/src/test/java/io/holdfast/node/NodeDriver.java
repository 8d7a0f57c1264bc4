package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A node with its kernel and clock played by the test: one interface eth0 with 192.0.2.1/24.
final class NodeDriver {
    static final Link ETH0 = link(2, "eth0", true);
    static final Link ETH1 = link(3, "eth1", true);
    static final Prefix OWN = Prefix.literal("192.0.2.1/24");

    final Node node;
    MonoTime now = MonoTime.ofMicros(1_000_000_000);

    NodeDriver(VrrpSpec... instances) {
        this(NodeSpec.of(List.of(instances)));
    }

    NodeDriver(NodeSpec spec) {
        node = new Node(spec);
    }

    static Link link(int index, String name, boolean up) {
        return new Link(index, name, Optional.of(new MacAddress(0x02_00_00_00_00_0aL)), 1500, up, true, true, false);
    }

    /// The kernel's state, then the start, and what both lead to.
    List<Action> start(String... leftovers) {
        return start(Memory.NONE, leftovers);
    }

    List<Action> start(Memory memory, String... leftovers) {
        List<NodeEvent.AddressAdded> addresses = new ArrayList<>();
        addresses.add(new NodeEvent.AddressAdded(2, OWN));
        for (String leftover : leftovers) {
            addresses.add(new NodeEvent.AddressAdded(2, Prefix.literal(leftover)));
        }
        List<Action> actions = on(new NodeEvent.Resynced(List.of(ETH0, ETH1), addresses));
        actions.addAll(on(new NodeEvent.Started(memory)));
        return actions;
    }

    /// Everything but what only operators see; that is asked for separately.
    List<Action> on(NodeEvent event) {
        List<Action> actions = new ArrayList<>();
        for (Action action : node.on(event, now)) {
            if (!(action instanceof Action.Log) && !(action instanceof Action.ReportRefusal)
                    && !(action instanceof Action.Tell) && !(action instanceof Action.Note)) {
                actions.add(action);
            }
        }
        return actions;
    }

    /// What operators are told, as pipes would have it.
    List<String> toldOf(NodeEvent event) {
        List<String> told = new ArrayList<>();
        for (Action action : node.on(event, now)) {
            if (action instanceof Action.Tell(var notice)) {
                told.add(notice.subject() + " " + notice.name() + " " + notice.event() + " " + notice.priority());
            }
        }
        return told;
    }

    List<String> logOf(NodeEvent event) {
        List<String> lines = new ArrayList<>();
        for (Action action : node.on(event, now)) {
            if (action instanceof Action.Log log) {
                lines.add(log.text());
            } else if (action instanceof Action.ReportRefusal refusal) {
                lines.add(refusal.text());
            }
        }
        return lines;
    }

    /// Lets the clock run to the next deadline.
    List<Action> fire() {
        now = node.nextDeadline().orElseThrow();
        return on(new NodeEvent.TimerFired());
    }

    NodeDriver wait(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /// An advertisement of another router with the given configuration.
    NodeEvent advert(VrrpSpec sender, String source, int priority) {
        IpAddress to = ((Delivery.Multicast) sender.delivery()).group();
        return advert(sender, source, to.toString(), priority);
    }

    /// One that was sent to a certain address.
    NodeEvent advert(VrrpSpec sender, String source, String destination, int priority) {
        IpAddress from = IpAddress.literal(source);
        IpAddress to = IpAddress.literal(destination);
        return new NodeEvent.PacketReceived(2, from, to, 255, new OutgoingAdvert(sender, from, to).next(priority, 0));
    }

    Duration untilDeadline() {
        return node.nextDeadline().orElseThrow().since(now);
    }

    InstanceStatus status() {
        return node.status().getFirst();
    }

    VrrpStateName state() {
        return status().state().name();
    }

    PlacedAddress placed(int i) {
        return status().plan().orElseThrow().addresses().get(i);
    }

    /// The kinds of the actions, for tests about order.
    static List<String> kinds(List<Action> actions) {
        List<String> kinds = new ArrayList<>();
        for (Action action : actions) {
            kinds.add(action instanceof Action.Notify notify ? "Notify " + notify.state()
                    : action instanceof Action.SendAdvert advert ? "SendAdvert " + advert.priority()
                    : action.getClass().getSimpleName());
        }
        return kinds;
    }
}
