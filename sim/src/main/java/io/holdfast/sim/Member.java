package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One instance on one machine while its daemon lives: what the shell prepared for it and what it was told about it.
final class Member {
    private static final long SECOND_NANOS = 1_000_000_000;
    /// The segment of a link that is gone by the time the daemon acts on it.
    private static final int NOWHERE = -1;

    private final Host host;
    private final InstancePlan plan;
    private final Election.Key election;
    private final Duty duty;
    private final Map<IpAddress, OutgoingAdvert> adverts = new LinkedHashMap<>();
    private final List<HeldAddress> addresses = new ArrayList<>();
    private final long listeningFrom;
    private VrrpStateName state;
    private boolean acting;
    private long actingSince;
    private long secondBegan;
    private int sentThisSecond;
    private long preparedAt;

    /// @param state what the instance was before, when it is prepared anew
    Member(Host host, InstancePlan plan, VrrpStateName state, long now, long listeningFrom, Duty duty) {
        this.host = host;
        this.plan = plan;
        this.duty = duty;
        this.election = Election.Key.of(plan, host.kernel().segmentOf(plan.linkIndex()).orElse(NOWHERE));
        this.state = state;
        this.preparedAt = now;
        this.listeningFrom = listeningFrom;
        for (IpAddress destination : plan.destinations()) {
            adverts.put(destination, plan.advertTo(destination));
        }
        for (PlacedAddress address : plan.addresses()) {
            addresses.add(HeldAddress.of(address));
        }
    }

    Host host() {
        return host;
    }

    InstancePlan plan() {
        return plan;
    }

    VrrpSpec spec() {
        return plan.spec();
    }

    Election.Key election() {
        return election;
    }

    Duty duty() {
        return duty;
    }

    /// What it sends, by destination.
    Map<IpAddress, OutgoingAdvert> adverts() {
        return adverts;
    }

    List<HeldAddress> addresses() {
        return addresses;
    }

    VrrpStateName state() {
        return state;
    }

    void state(VrrpStateName changed) {
        state = changed;
    }

    boolean isMaster() {
        return state == VrrpStateName.MASTER;
    }

    /// Able to take part: its daemon runs, is not stopped, its link is up and has an address, and neither it nor its
    /// sync group lacks anything.
    boolean isAble() {
        return host.isAwake() && host.isUsableFor(spec()) && host.wellSince(spec().name()).isPresent();
    }

    /// Whether it is in a sync group.
    boolean isGrouped() {
        return host.isGrouped(spec().name());
    }

    /// The effective priority.
    int priority() {
        return host.status(plan.id()).map(status -> status.state().priority()).orElse(spec().priority());
    }

    /// A master that others can hear.
    boolean isActing() {
        return acting;
    }

    long actingSince() {
        return actingSince;
    }

    /// Looks again at whether it acts.
    ///
    /// @return whether that changed
    boolean review(long now) {
        boolean before = acting;
        acting = isMaster() && host.isAwake() && host.isUsableFor(spec());
        if (acting != before) {
            actingSince = now;
        }
        return acting != before;
    }

    /// One more advertisement is sent.
    ///
    /// @return how many that makes since the last full second
    int countAdvert(long now) {
        if (now - secondBegan >= SECOND_NANOS) {
            secondBegan = now;
            sentThisSecond = 0;
        }
        return ++sentThisSecond;
    }

    /// When the present configuration, or priority, took effect.
    long preparedAt() {
        return preparedAt;
    }

    /// Trackers changed its priority.
    void reprioritized(long now) {
        preparedAt = now;
    }

    /// From when on nothing keeps it from listening.
    long ableSince() {
        return Math.max(Math.max(preparedAt, listeningFrom),
                Math.max(Math.max(host.awakeSince(), host.wellSince(spec().name()).orElse(0L)),
                        host.usableSince(spec()) + Timing.NOTICE_NANOS));
    }

    @Override
    public String toString() {
        return host.name() + "/" + spec().name() + " (" + state + ", priority " + priority() + ")";
    }
}
