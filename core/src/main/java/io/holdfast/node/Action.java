package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import io.holdfast.track.ScriptSpec;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Refusal;
import io.holdfast.vrrp.VrrpStateName;
import java.util.List;

/// What the shell has to do, in this order. Imperative. What it learns comes back as a [NodeEvent].
public sealed interface Action {

    /// Make ready to act for an instance, or again because something in its plan changed: encode its packets and
    /// netlink requests, hear the group on its interface.
    record Prepare(InstancePlan plan) implements Action {}

    /// Forget an instance: it was removed, or its interface is gone.
    record Release(InstanceId instance) implements Action {}

    /// @param priority what the advertisement says, 0 to resign
    /// @param sequence the number that authentication gives it; 0 without
    record SendAdvert(InstanceId instance, int priority, long sequence) implements Action {}

    /// Add all addresses of the plan, in one request.
    record AddAddresses(InstanceId instance) implements Action {}

    /// Remove all addresses of the plan, excluded ones last, in one request.
    record RemoveAddresses(InstanceId instance) implements Action {}

    /// Remove and add some addresses: left over from a crash, changed by a reload, deleted by somebody else. May come
    /// for an instance that was never prepared: a leftover may be all there is on its interface.
    record ChangeAddresses(InstanceId instance, List<PlacedAddress> remove, List<PlacedAddress> add)
            implements Action {}

    /// Announce all addresses of the plan.
    ///
    /// @param rounds how many times each, in rounds over all of them
    record Announce(InstanceId instance, int rounds) implements Action {}

    /// Announce one address.
    record AnnounceOne(InstanceId instance, PlacedAddress address, int rounds) implements Action {}

    /// An instance has a new state; the kernel work that belongs to it precedes this in the list.
    record Notify(InstanceId instance, VrrpStateName state, int priority, Cause cause) implements Action {}

    /// Trackers gave an instance another priority. Its next advertisement says so; this is for the books.
    ///
    /// @param reckoning how it comes about, in words
    record Reprioritize(InstanceId instance, int priority, String reckoning) implements Action {}

    /// Something seen that may explain what follows; for the books.
    record Note(Observation observation) implements Action {}

    /// A sync group has a new state: all its members have it.
    record NotifyGroup(String group, VrrpStateName state, Cause cause) implements Action {}

    /// Operators may want to be told; what comes of it never comes back.
    record Tell(Notice notice) implements Action {}

    /// Do what a track script consists of, once. The answer is a [NodeEvent.ScriptEnded] with the same script, also
    /// when it could not be started or took longer than its timeout. Never asked for while a run is going on.
    record RunScript(ScriptSpec script) implements Action {}

    /// An instance is master as the process before this one was. Nobody is to be notified, for nothing has changed.
    ///
    /// @param since when the mastership began
    record Resume(InstanceId instance, int priority, MonoTime since, Cause cause) implements Action {}

    /// Tell that packets are not listened to; the first for each reason.
    ///
    /// @param source the sender
    record ReportRefusal(InstanceId instance, IpAddress source, Refusal reason) implements Action {
        /// For the log.
        public String text() {
            return "(" + instance + ") packet from " + source + " refused, because " + reason.text();
        }
    }

    /// A line for the operator.
    record Log(Level level, String text) implements Action {
        /// DETAIL lines are for `-D`.
        public enum Level { DETAIL, INFO, WARNING }
    }
}
