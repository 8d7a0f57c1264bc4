package io.holdfast.node;

import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;

/// One thing an instance lacks. It is in FAULT as long as there is any.
///
/// @param reason what kind of thing
/// @param object the interface it is about
record Fault(Reason reason, String object) {

    enum Reason {
        NO_INTERFACE("does not exist", Trigger.LINK_DOWN, Trigger.LINK_UP),
        INTERFACE_DOWN("is down", Trigger.LINK_DOWN, Trigger.LINK_UP),
        NO_MULTICAST("cannot multicast", Trigger.LINK_DOWN, Trigger.LINK_UP),
        NO_SOURCE("has no address to send from", Trigger.SOURCE_LOST, Trigger.SOURCE_FOUND);

        private final String text;
        private final Trigger found;
        private final Trigger cleared;

        Reason(String text, Trigger found, Trigger cleared) {
            this.text = text;
            this.found = found;
            this.cleared = cleared;
        }
    }

    Cause whenFound() {
        return new Cause(reason.found, toString(), "vrrp.md 6.8");
    }

    Cause whenCleared() {
        return new Cause(reason.cleared, "no longer: " + this, "vrrp.md 6.8");
    }

    @Override
    public String toString() {
        return "interface " + object + " " + reason.text;
    }
}
