package io.holdfast.node;

import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;

/// One thing an instance lacks. It is in FAULT as long as there is any.
///
/// @param reason what kind of thing
/// @param object the interface, address or system call it is about
record Fault(Reason reason, String object) {

    enum Reason {
        NO_INTERFACE("interface ", " does not exist", Trigger.LINK_DOWN, Trigger.LINK_UP),
        INTERFACE_DOWN("interface ", " is down", Trigger.LINK_DOWN, Trigger.LINK_UP),
        NO_MULTICAST("interface ", " cannot multicast", Trigger.LINK_DOWN, Trigger.LINK_UP),
        NO_SOURCE("interface ", " has no address to send from", Trigger.SOURCE_LOST, Trigger.SOURCE_FOUND),
        ONLY_VIRTUAL("interface ", " has no address to send from but virtual ones; mcast_src_ip may name one of them",
                Trigger.SOURCE_LOST, Trigger.SOURCE_FOUND),
        SOURCE_GONE("source address ", " does not exist", Trigger.SOURCE_LOST, Trigger.SOURCE_FOUND),
        NO_SOCKET("sockets: ", "", Trigger.LINK_DOWN, Trigger.LINK_UP),
        TRACKED_DOWN("tracked interface ", " is down", Trigger.LINK_DOWN, Trigger.LINK_UP),
        TRACKED_UP("tracked interface ", " is up", Trigger.LINK_UP, Trigger.LINK_DOWN),
        SCRIPT("script ", "", Trigger.TRACKER_DOWN, Trigger.TRACKER_UP),
        FILE("file ", "", Trigger.TRACKER_DOWN, Trigger.TRACKER_UP),
        PROCESS("process ", "", Trigger.TRACKER_DOWN, Trigger.TRACKER_UP),
        SYNC_GROUP("sync group member ", "", Trigger.SYNC_GROUP, Trigger.SYNC_GROUP),
        NO_PEER("unicast_peer ", "is empty", Trigger.NO_PEER, Trigger.RELOADED);

        private final String before;
        private final String after;
        private final Trigger found;
        private final Trigger cleared;

        Reason(String before, String after, Trigger found, Trigger cleared) {
            this.before = before;
            this.after = after;
            this.found = found;
            this.cleared = cleared;
        }
    }

    Cause whenFound() {
        return new Cause(reason.found, toString(), "vrrp.md 6.8");
    }

    Cause whenCleared() {
        return new Cause(reason.cleared, "fault over: " + this, "vrrp.md 6.8");
    }

    @Override
    public String toString() {
        return reason.before + object + reason.after;
    }
}
