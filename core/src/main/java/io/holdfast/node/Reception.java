package io.holdfast.node;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Advert;
import io.holdfast.vrrp.AdvertChecks;
import io.holdfast.vrrp.AdvertWire;
import io.holdfast.vrrp.IpHeader;
import io.holdfast.vrrp.Refusal;
import io.holdfast.vrrp.Verdict;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpEvent.AdvertReceived;
import io.holdfast.vrrp.VrrpState;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Optional;

/// From a packet to the instance it is for: `vrrp.md` 2.1 and 2.2, with counting and complaining.
final class Reception {
    private final Outbox outbox;
    private final Stepper stepper;
    private final WallClock clock;
    private final Listeners listeners = new Listeners();
    private final BitSet unknownVridsLogged = new BitSet();
    private boolean shortPacketLogged;
    private long shortPackets;
    private long unknownVrids;

    Reception(Outbox outbox, Stepper stepper, WallClock clock) {
        this.outbox = outbox;
        this.stepper = stepper;
        this.clock = clock;
    }

    /// Packets may come to an instance that has a plan now.
    void listen(Instance instance, InstancePlan plan) {
        listeners.add(instance, plan);
    }

    /// @param plan with which it listened
    void stopListening(Instance instance, InstancePlan plan) {
        listeners.remove(instance, plan);
    }

    StrayPackets stray() {
        return new StrayPackets(shortPackets, unknownVrids);
    }

    void clearStray() {
        shortPackets = 0;
        unknownVrids = 0;
    }

    void receive(NodeEvent.PacketReceived received, boolean logUnknownVrids, MonoTime now) {
        ByteBuffer packet = received.packet();
        Family family = received.source().family();
        if (!AdvertWire.holdsMessage(packet, family)) {
            shortPackets++;
            logShortPacket(received);
            return;
        }
        int vrid = AdvertWire.vrid(packet, family);
        Optional<Instance> instance = listeners.find(vrid, received);
        if (instance.isEmpty()) {
            unknownVrids++;
            if (logUnknownVrids) {
                logUnknown(vrid, received);
            }
        } else if (instance.get().state instanceof VrrpState.Backup || instance.get().isMaster()) {
            receive(instance.get(), received, now);
        }
    }

    private void receive(Instance instance, NodeEvent.PacketReceived received, MonoTime now) {
        Optional<AdvertReceived> repeated = AdvertChecks.ignoresAll(instance.spec(), instance.state)
                ? Optional.empty() : instance.lastAccepted.repeatedBy(received);
        if (repeated.isPresent() && !isNewSource(instance, repeated.get().advert())) {
            accept(instance, repeated.get(), now);
            return;
        }
        Verdict verdict = check(instance, received, clock.utcNanos(now));
        if (verdict instanceof Verdict.Accepted accepted) {
            acceptNew(instance, accepted, received, now);
        } else if (verdict instanceof Verdict.Refused refused) {
            refuse(instance, received.source(), refused.reason(), now);
        }
    }

    private static Verdict check(Instance instance, NodeEvent.PacketReceived received, long utcNanos) {
        ByteBuffer packet = received.packet();
        if (received.source().isV4()) {
            return instance.checks().check(packet, instance.state, utcNanos);
        }
        IpHeader header = IpHeader.v6(received.source(), received.destination(), received.ttl(), packet.remaining());
        return instance.checks().check(header, packet, instance.state, utcNanos);
    }

    private void acceptNew(Instance instance, Verdict.Accepted accepted, NodeEvent.PacketReceived received,
            MonoTime now) {
        Advert advert = accepted.advert();
        if (isNewSource(instance, advert)) {
            instance.clearLogged();
        }
        if (!accepted.sameAddresses()) {
            instance.counters.count(VrrpCounter.ADDRESS_LIST_ERRORS);
            if (!instance.addressListLogged) {
                instance.addressListLogged = true;
                log(instance, advert.source() + " advertises other addresses than are configured here", now);
            }
        }
        if (!accepted.sameInterval() && !instance.intervalLogged) {
            instance.intervalLogged = true;
            log(instance, advert.source() + " advertises every " + advert.interval().toMillis() + " ms, ours is "
                    + instance.spec().advertInterval().toMillis() + " ms", now);
        }
        if (accepted.skewSeconds() != 0 && !instance.skewLogged) {
            instance.skewLogged = true;
            warnOfSkew(instance, advert, accepted.skewSeconds());
        }
        if (accepted.oldChecksum() && !instance.oldChecksum) {
            answerInKind(instance, advert, now);
        }
        AdvertReceived event = new AdvertReceived(advert, instance.source().orElseThrow());
        // One that is worth counting each time is worth checking each time, and of one with a number each is the first.
        if (accepted.sameAddresses() && !instance.association().isSequenced()) {
            instance.lastAccepted.remember(received, event);
        }
        accept(instance, event, now);
    }

    /// Not far from where advertisements are refused, and two routers become masters.
    private void warnOfSkew(Instance instance, Advert advert, int seconds) {
        outbox.log(Action.Log.Level.WARNING, instance, "the clock of " + advert.source() + " is " + Math.abs(seconds)
                + " s " + (seconds > 0 ? "ahead of" : "behind")
                + " ours; beyond time_window, what it signs is refused");
    }

    /// A router that makes the checksum of old keepalived versions would refuse any other.
    private void answerInKind(Instance instance, Advert advert, MonoTime now) {
        instance.oldChecksum = true;
        instance.plan = Optional.of(instance.plan.orElseThrow().withOldChecksum());
        outbox.add(new Action.Prepare(instance.plan.get()));
        log(instance, advert.source() + " makes the unicast checksum of old keepalived versions, and from now on so do"
                + " we; old_unicast_checksum in the configuration says so from the start", now);
    }

    /// Whether a backup hears this router for the first time, neither as its master nor as one that is weaker.
    private static boolean isNewSource(Instance instance, Advert advert) {
        return instance.state instanceof VrrpState.Backup backup && !isFrom(backup.heard(), advert)
                && !isFrom(backup.weaker(), advert);
    }

    private static boolean isFrom(Optional<Advert> earlier, Advert advert) {
        return earlier.isPresent() && earlier.get().source().compareTo(advert.source()) == 0;
    }

    private void accept(Instance instance, AdvertReceived event, MonoTime now) {
        instance.counters.count(VrrpCounter.ADVERTS_RECEIVED);
        if (event.advert().isResignation()) {
            instance.counters.count(VrrpCounter.PRIORITY_ZERO_RECEIVED);
        }
        instance.lastHeard.note(event.advert(), now);
        stepper.step(instance, event, now);
    }

    private void refuse(Instance instance, IpAddress source, Refusal reason, MonoTime now) {
        if (reason.isReceived()) {
            instance.counters.count(VrrpCounter.ADVERTS_RECEIVED);
        }
        instance.counters.count(reason.counter());
        if (instance.refusalsLogged.add(reason)) {
            outbox.logPacket(instance, new Action.ReportRefusal(instance.id(), source, reason), now);
        }
    }

    private void logShortPacket(NodeEvent.PacketReceived received) {
        if (!shortPacketLogged) {
            shortPacketLogged = true;
            outbox.add(new Action.Log(Action.Log.Level.INFO, "packet from " + received.source()
                    + " refused, because it is too short for VRRP: " + received.packet().remaining() + " bytes"));
        }
    }

    private void logUnknown(int vrid, NodeEvent.PacketReceived received) {
        if (!unknownVridsLogged.get(vrid)) {
            unknownVridsLogged.set(vrid);
            outbox.add(new Action.Log(Action.Log.Level.INFO, "advertisement for VRID " + vrid + " from "
                    + received.source() + ", which no instance here has"));
        }
    }

    private void log(Instance instance, String text, MonoTime now) {
        outbox.logPacket(instance, new Action.Log(Action.Log.Level.INFO, "(" + instance.id().name() + ") " + text),
                now);
    }
}
