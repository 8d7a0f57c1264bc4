package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// `auth_hmac` between the routers of an instance (`vrrp.md` 1.9): each numbers its advertisements by its wall clock,
/// and what was accepted of a sender is a mark that its next has to be later than.
final class HmacAssociation implements SecurityAssociation {
    /// Senders remembered of those that share a group; no more than two of them are masters at a time.
    static final int SENDERS = 4;
    private static final long SECOND_NANOS = 1_000_000_000;
    /// Seconds stand above 16 bits of fraction and 16 bits of counter.
    private static final int SECONDS_SHIFT = 32;

    private Authentication.Hmac hmac;
    private Delivery delivery;
    private HmacWire[] keys;
    private ReplayMarks marks;
    private boolean numbered;
    private long last;

    HmacAssociation(Authentication.Hmac hmac, VrrpSpec spec) {
        this.hmac = hmac;
        delivery = spec.delivery();
        keys = keys(hmac, spec);
        marks = new ReplayMarks(senders(spec));
    }

    private static HmacWire[] keys(Authentication.Hmac hmac, VrrpSpec spec) {
        HmacWire[] keys = new HmacWire[hmac.keys().size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new HmacWire(hmac.keys().get(i).secret(), spec);
        }
        return keys;
    }

    private static int senders(VrrpSpec spec) {
        return spec.delivery() instanceof Delivery.Unicast unicast ? Math.max(1, unicast.peers().size()) : SENDERS;
    }

    /// Marks and numbers stay: a reload must not be the moment to repeat old advertisements.
    @Override
    public SecurityAssociation reconfigured(VrrpSpec changed) {
        if (!(changed.authentication() instanceof Authentication.Hmac now)) {
            return SecurityAssociation.of(changed);
        }
        hmac = now;
        delivery = changed.delivery();
        keys = keys(now, changed);
        marks = marks.resized(senders(changed));
        return this;
    }

    @Override
    public boolean isSequenced() {
        return true;
    }

    @Override
    public void becomesMaster() {
        // Numbers come from the clock, not from the other routers.
    }

    @Override
    public long next(long utcNanos) {
        long clock = number(utcNanos);
        boolean clockWasAhead = numbered && !hmac.monotonic()
                && secondsBetween(last, utcNanos) > hmac.windowSeconds();
        last = !numbered || clockWasAhead || isLater(clock, last) ? clock : last + 1;
        numbered = true;
        return last;
    }

    /// Check 5 of `vrrp.md` 2.2.
    Optional<Refusal> verify(AdvertPacket advert, ByteBuffer packet, long utcNanos) {
        if (!advert.signed()) {
            return hmac.mode() == Authentication.Hmac.Mode.ENFORCE ? Optional.of(Refusal.HMAC_MISSING)
                    : Optional.empty();
        }
        IpAddress source = advert.ip().source();
        if (delivery instanceof Delivery.Unicast unicast && unicast.peer(source).isEmpty()) {
            return Optional.of(Refusal.HMAC_SOURCE);
        }
        if (!HmacWire.isWellFormed(packet)) {
            return Optional.of(Refusal.HMAC_MALFORMED);
        }
        long sequence = HmacWire.sequence(packet);
        if (isStale(sequence, utcNanos)) {
            return Optional.of(Refusal.HMAC_STALE);
        }
        int key = indexOf(HmacWire.keyId(packet));
        if (key == keys.length) {
            return Optional.of(Refusal.HMAC_KEY);
        }
        if (!keys[key].isAuthentic(packet, source)) {
            return Optional.of(Refusal.HMAC_TAG);
        }
        if (isKnown(source, utcNanos) && !isLater(sequence, marks.of(source))) {
            return Optional.of(Refusal.HMAC_REPLAY);
        }
        marks.put(source, sequence);
        return Optional.empty();
    }

    /// How many seconds the clock of a sender is ahead of ours, negative if behind; 0 as long as it is not worth
    /// mentioning.
    int skewSeconds(AdvertPacket advert, ByteBuffer packet, long utcNanos) {
        if (hmac.monotonic() || !advert.signed()) {
            return 0;
        }
        int ahead = secondsBetween(HmacWire.sequence(packet), utcNanos);
        return Math.abs(ahead) * 2 > hmac.windowSeconds() ? ahead : 0;
    }

    private int indexOf(int keyId) {
        for (int i = 0; i < keys.length; i++) {
            if (hmac.keys().get(i).id() == keyId) {
                return i;
            }
        }
        return keys.length;
    }

    /// A sender whose clock was set back is heard again when its old mark could no longer be repeated anyway.
    private boolean isKnown(IpAddress source, long utcNanos) {
        return marks.has(source) && !isStale(marks.of(source), utcNanos);
    }

    private boolean isStale(long sequence, long utcNanos) {
        // A long, for the distance may be the one that an int cannot negate.
        return !hmac.monotonic() && Math.abs((long) secondsBetween(sequence, utcNanos)) > hmac.windowSeconds();
    }

    /// Seconds from our clock to a sequence number, modulo 2^32.
    private static int secondsBetween(long sequence, long utcNanos) {
        return (int) (sequence >>> SECONDS_SHIFT) - (int) Math.floorDiv(utcNanos, SECOND_NANOS);
    }

    private static long number(long utcNanos) {
        long fraction = (Math.floorMod(utcNanos, SECOND_NANOS) << Short.SIZE) / SECOND_NANOS;
        return Math.floorDiv(utcNanos, SECOND_NANOS) << SECONDS_SHIFT | fraction << Short.SIZE;
    }

    /// Serial number arithmetic (RFC 1982 section 3.2).
    private static boolean isLater(long one, long other) {
        return one - other > 0;
    }
}
