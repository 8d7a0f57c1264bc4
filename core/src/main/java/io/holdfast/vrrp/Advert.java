package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.time.Duration;

/// What an accepted advertisement tells the election.
///
/// @param source   the router that sent it
/// @param priority its priority, 0 when it resigns
/// @param interval how often it says it advertises
public record Advert(IpAddress source, int priority, Duration interval) {

    /// Whether the sender gives up mastership (RFC 9568 section 5.2.4).
    public boolean isResignation() {
        return priority == Priority.RESIGN;
    }
}
