package io.holdfast.config.vrrp;

import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VrrpVersion;

/// What several rules about an instance depend on.
///
/// @param wantsMaster `state MASTER`
record Switches(VrrpVersion version, int priority, boolean wantsMaster, boolean strict) {
    boolean owner() {
        return priority == Priority.OWNER;
    }
}
