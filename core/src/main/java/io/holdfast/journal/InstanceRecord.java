package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;

/// What a journal says about one instance.
///
/// @param name       as configured, perhaps cut
/// @param router     [io.holdfast.vrrp.VirtualRouter#fingerprint]
/// @param state      [VrrpStateName#number]; a state this release does not know may be from another
/// @param priority   the effective one
/// @param lastAdvert when the last advertisement left; 0 for none, or after a resignation
/// @param interval   the advertisement interval at that time
/// @param since      when it became master
/// @param adverts    how many it sent
public record InstanceRecord(String name, long router, int state, int priority, MonoTime lastAdvert,
        Duration interval, MonoTime since, long adverts) {

    /// Whether it ended as master, and without resigning.
    boolean isMaster() {
        return state == VrrpStateName.MASTER.number() && lastAdvert.nanos() != 0;
    }
}
