package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Advert;
import io.holdfast.vrrp.AdvertChecks;
import io.holdfast.vrrp.AdvertWire;
import io.holdfast.vrrp.Refusal;
import io.holdfast.vrrp.Verdict;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpEvent.AdvertReceived;
import io.holdfast.vrrp.VrrpState;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// From a packet to the instance it is for: `vrrp.md` 2.1 and 2.2, with counting and complaining.
final class Reception {
    private static final int VRID_BITS = 8;

    private final Outbox outbox;
    private final Stepper stepper;
    private final Map<Integer, Instance> listeners = new HashMap<>();
    private final BitSet unknownVridsLogged = new BitSet();
    private boolean shortPacketLogged;

    Reception(Outbox outbox, Stepper stepper) {
        this.outbox = outbox;
        this.stepper = stepper;
    }

    void listen(Instance instance, int linkIndex) {
        listeners.put(key(linkIndex, instance.spec().virtualRouterId()), instance);
    }

    void stopListening(Instance instance, int linkIndex) {
        listeners.remove(key(linkIndex, instance.spec().virtualRouterId()), instance);
    }

    private static int key(int linkIndex, int vrid) {
        return (linkIndex << VRID_BITS) | vrid;
    }

    void receive(NodeEvent.PacketReceived received, boolean logUnknownVrids, MonoTime now) {
        ByteBuffer packet = received.packet();
        if (!AdvertWire.holdsMessage(packet)) {
            logShortPacket(received);
            return;
        }
        int vrid = AdvertWire.vrid(packet);
        Instance instance = listeners.get(key(received.linkIndex(), vrid));
        if (instance == null) {
            if (logUnknownVrids) {
                logUnknown(vrid, received);
            }
        } else if (instance.state instanceof VrrpState.Backup || instance.isMaster()) {
            receive(instance, packet, now);
        }
    }

    private void receive(Instance instance, ByteBuffer packet, MonoTime now) {
        Optional<AdvertReceived> repeated = AdvertChecks.ignoresAll(instance.spec(), instance.state)
                ? Optional.empty() : instance.lastAccepted.repeatedBy(packet);
        if (repeated.isPresent()) {
            accept(instance, repeated.get(), now);
            return;
        }
        Verdict verdict = AdvertChecks.check(packet, instance.spec(), instance.state);
        if (verdict instanceof Verdict.Accepted accepted) {
            acceptNew(instance, accepted, packet, now);
        } else if (verdict instanceof Verdict.Refused refused) {
            refuse(instance, packet, refused.reason());
        }
    }

    private void acceptNew(Instance instance, Verdict.Accepted accepted, ByteBuffer packet, MonoTime now) {
        Advert advert = accepted.advert();
        if (isNewSource(instance, advert)) {
            instance.clearLogged();
        }
        if (!accepted.sameAddresses()) {
            instance.counters.count(VrrpCounter.ADDRESS_LIST_ERRORS);
            if (!instance.addressListLogged) {
                instance.addressListLogged = true;
                log(instance, advert.source() + " advertises other addresses than are configured here");
            }
        }
        if (!accepted.sameInterval() && !instance.intervalLogged) {
            instance.intervalLogged = true;
            log(instance, advert.source() + " advertises every " + advert.interval().toMillis() + " ms, ours is "
                    + instance.spec().advertInterval().toMillis() + " ms");
        }
        AdvertReceived event = new AdvertReceived(advert, instance.source().orElseThrow());
        // One that is worth counting each time is worth checking each time.
        if (accepted.sameAddresses()) {
            instance.lastAccepted.remember(packet, event);
        }
        accept(instance, event, now);
    }

    private static boolean isNewSource(Instance instance, Advert advert) {
        return instance.state instanceof VrrpState.Backup backup
                && (backup.heard().isEmpty() || backup.heard().get().source().compareTo(advert.source()) != 0);
    }

    private void accept(Instance instance, AdvertReceived event, MonoTime now) {
        instance.counters.count(VrrpCounter.ADVERTS_RECEIVED);
        if (event.advert().isResignation()) {
            instance.counters.count(VrrpCounter.PRIORITY_ZERO_RECEIVED);
        }
        stepper.step(instance, event, now);
    }

    private void refuse(Instance instance, ByteBuffer packet, Refusal reason) {
        instance.counters.count(reason.counter());
        if (instance.refusalsLogged.add(reason)) {
            log(instance, "packet from " + AdvertWire.source(packet) + " refused, because " + reason.text());
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

    private void log(Instance instance, String text) {
        outbox.log(Action.Log.Level.INFO, instance, text);
    }
}
