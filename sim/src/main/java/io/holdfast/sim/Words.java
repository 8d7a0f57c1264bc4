package io.holdfast.sim;

import io.holdfast.base.Prefix;
import io.holdfast.node.Action;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.AdvertPacket;
import io.holdfast.vrrp.AdvertWire;
import io.holdfast.vrrp.IpHeader;
import io.holdfast.vrrp.VrrpSpec;
import java.util.List;

/// Events and actions as a reader of a journal wants them: one short line each.
final class Words {
    private Words() {}

    static String of(Object entry) {
        return switch (entry) {
            case NodeEvent event -> of(event);
            case Action action -> "  -> " + of(action);
            default -> String.valueOf(entry);
        };
    }

    private static String of(NodeEvent event) {
        return switch (event) {
            case NodeEvent.PacketReceived(_, var source, var destination, int ttl, var packet) ->
                    (source.isV4() ? AdvertWire.decode(packet)
                            : AdvertWire.decode(IpHeader.v6(source, destination, ttl, packet.remaining()), packet))
                            .map(Words::of).orElse("hears a packet") + " from " + source;
            case NodeEvent.TimerFired _ -> "timer";
            case NodeEvent.LinkChanged(var link) -> "told that " + link.name() + " is " + (link.up() ? "up" : "down");
            case NodeEvent.AddressAdded(_, var prefix) -> "told that " + prefix + " was added";
            case NodeEvent.AddressRemoved(_, var prefix) -> "told that " + prefix + " was removed";
            case NodeEvent.Resynced(_, var addresses) ->
                    "looks at everything: " + addresses.stream().map(NodeEvent.AddressAdded::prefix).toList();
            case NodeEvent.AddressesApplied(var instance, var added, var failed) -> instance + ": added "
                    + prefixes(added) + (failed.isEmpty() ? "" : ", failed "
                            + prefixes(failed.stream().map(NodeEvent.AddressesApplied.Failure::address).toList()));
            case NodeEvent.ReloadCommitted(var spec) -> "reload commits " + of(spec);
            case NodeEvent.Started(var memory) -> "starts, with masterships remembered: " + memory.size();
            case NodeEvent.LinkRemoved _, NodeEvent.AdvertFailed _, NodeEvent.LoopLate _,
                    NodeEvent.PrepareFailed _, NodeEvent.WallClockSet _, NodeEvent.ScriptEnded _,
                    NodeEvent.FileRead _, NodeEvent.ProcessesCounted _,
                    NodeEvent.StopRequested _ -> event.toString();
        };
    }

    private static String of(Action action) {
        return switch (action) {
            case Action.Prepare(var plan) -> "prepare " + of(plan);
            case Action.Release(var instance) -> "release " + instance;
            case Action.SendAdvert(var instance, int priority, _) -> instance + ": send priority " + priority;
            case Action.AddAddresses(var instance) -> instance + ": add addresses";
            case Action.RemoveAddresses(var instance) -> instance + ": remove addresses";
            case Action.ChangeAddresses(var instance, var remove, var add) ->
                    instance + ": remove " + prefixes(remove) + ", add " + prefixes(add);
            case Action.Announce(var instance, int rounds) -> instance + ": announce, rounds " + rounds;
            case Action.AnnounceOne(var instance, var address, _) ->
                    instance + ": announce " + prefixes(List.of(address));
            case Action.Notify(var instance, var state, _, var cause) ->
                    instance + ": notify " + state + ", " + cause.trigger() + ": " + cause.evidence();
            case Action.NotifyGroup(var group, var state, var cause) ->
                    group + ": notify " + state + ", " + cause.trigger() + ": " + cause.evidence();
            case Action.Reprioritize(var instance, int priority, var reckoning) ->
                    instance + ": priority " + priority + ", " + reckoning;
            case Action.Note(var observation) -> "note " + observation;
            case Action.Tell(var notice) -> notice.name() + ": tell " + notice.event();
            case Action.RunScript(var script) -> "run " + script.name();
            case Action.Resume(var instance, _, _, var cause) -> instance + ": resume, " + cause.evidence();
            case Action.ReportRefusal refusal -> "log " + refusal.text();
            case Action.Log(_, var text) -> "log " + text;
        };
    }

    private static String of(AdvertPacket packet) {
        return "hears v" + packet.version() + " vrid " + packet.vrid() + " priority " + packet.priority();
    }

    private static String of(InstancePlan plan) {
        return of(plan.spec()) + " from " + plan.source() + " with " + prefixes(plan.addresses());
    }

    private static String of(NodeSpec spec) {
        return spec.instances().stream().map(Words::of).toList().toString();
    }

    private static String of(VrrpSpec spec) {
        return spec.name() + " (" + spec.version() + " priority " + spec.priority() + " every "
                + spec.advertInterval().toMillis() + " ms x " + spec.downTimerAdverts()
                + (spec.preempt() ? "" : " nopreempt")
                + (spec.preemptDelay().isZero() ? "" : " preempt_delay " + spec.preemptDelay().toMillis() + " ms")
                + ")";
    }

    private static List<Prefix> prefixes(List<PlacedAddress> addresses) {
        return addresses.stream().map(address -> address.address().prefix()).toList();
    }
}
