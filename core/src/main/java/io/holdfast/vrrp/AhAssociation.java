package io.holdfast.vrrp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// AH between the routers of an instance. They share one row of sequence numbers: a new master goes on where the old
/// one was heard last (`vrrp.md` 1.8).
final class AhAssociation implements SecurityAssociation {
    /// Beyond it the row ends; it begins anew with the next mastership.
    static final long LAST = 0xffff_fffdL;

    private AhWire wire;
    private long sequence;

    AhAssociation(Authentication.Ah ah, VrrpSpec spec) {
        wire = new AhWire(ah.key(), spec.isUnicast());
    }

    /// The row goes on, whatever the key.
    @Override
    public SecurityAssociation reconfigured(VrrpSpec changed) {
        if (!(changed.authentication() instanceof Authentication.Ah ah)) {
            return SecurityAssociation.of(changed);
        }
        wire = new AhWire(ah.key(), changed.isUnicast());
        return this;
    }

    @Override
    public boolean isSequenced() {
        return true;
    }

    @Override
    public void becomesMaster() {
        if (sequence > LAST) {
            sequence = 0;
        }
    }

    @Override
    public long next(long utcNanos) {
        if (sequence <= LAST) {
            sequence++;
        }
        return sequence;
    }

    /// Checks 9 and 10 of `vrrp.md` 2.2. What a weaker master says moves the sequence on too, so that our answer comes
    /// after it.
    Optional<Refusal> verify(AdvertPacket advert, ByteBuffer packet) {
        if (AhWire.nextHeader(packet) != AdvertWire.PROTOCOL) {
            return Optional.of(Refusal.AH_CONTENT);
        }
        if (!wire.isAuthentic(packet)) {
            return Optional.of(Refusal.AH_ICV);
        }
        if (AhWire.spi(packet) != advert.ip().source().v4Bits()) {
            return Optional.of(Refusal.AH_SPI);
        }
        if (AhWire.sequence(packet) <= sequence) {
            return Optional.of(Refusal.AH_REPLAY);
        }
        sequence = AhWire.sequence(packet);
        return Optional.empty();
    }
}
