package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import io.holdfast.vrrp.Verdict.Accepted;
import io.holdfast.vrrp.Verdict.Refused;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// The checks of RFC 9568 section 7.1 in keepalived's order (`vrrp.md` 2.2): the first that fails decides what is
/// counted. A refused packet changes no state and no timer. Made for one instance and configuration.
public final class AdvertChecks {
    private static final int AUTH_TYPES = 3; // none, password, AH

    private final VrrpSpec spec;
    private final SecurityAssociation association;

    /// @param association what the instance remembers of those who pass
    public AdvertChecks(VrrpSpec spec, SecurityAssociation association) {
        this.spec = spec;
        this.association = association;
    }

    /// @param packet   between position and limit, with its IPv4 header
    /// @param state    of the instance, whose VRID the packet has
    /// @param utcNanos the wall clock, in nanoseconds since 1970
    public Verdict check(ByteBuffer packet, VrrpState state, long utcNanos) {
        if (AdvertWire.holdsHeader(packet) && AdvertWire.protocol(packet) != AdvertWire.protocol(spec)) {
            return new Refused(Refusal.AUTH_HEADER);
        }
        return check(AdvertWire.decode(packet), packet, state, utcNanos);
    }

    /// @param ip      what the kernel says about the header
    /// @param message what came over IPv6, between position and limit
    public Verdict check(IpHeader ip, ByteBuffer message, VrrpState state, long utcNanos) {
        return check(AdvertWire.decode(ip, message), message, state, utcNanos);
    }

    private Verdict check(Optional<AdvertPacket> decoded, ByteBuffer packet, VrrpState state, long utcNanos) {
        if (decoded.isEmpty()) {
            return new Refused(Refusal.LENGTH);
        }
        AdvertPacket advert = decoded.get();
        Optional<Refusal> refusal = refusal(advert, packet, state, utcNanos);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        int skewSeconds = association instanceof HmacAssociation hmac ? hmac.skewSeconds(advert, packet, utcNanos) : 0;
        return new Accepted(new Advert(advert.ip().source(), advert.priority(), advert.interval()),
                listsOurAddresses(advert, spec, state), advert.interval().equals(spec.advertInterval()),
                advert.checksum() == ChecksumForm.WRONG, skewSeconds);
    }

    private Optional<Refusal> refusal(AdvertPacket p, ByteBuffer packet, VrrpState state, long utcNanos) {
        if (p.signed() && !(association instanceof HmacAssociation)) {
            return Optional.of(Refusal.LENGTH);
        }
        if (!spec.isUnicast() && p.ip().ttl() != AdvertWire.TTL) {
            return Optional.of(Refusal.TTL);
        }
        if (p.version() != spec.version().number()) {
            return Optional.of(Refusal.VERSION);
        }
        Optional<Refusal> authentication = authentication(p, packet, utcNanos);
        if (authentication.isPresent()) {
            return authentication;
        }
        if (p.type() != 1) {
            return Optional.of(Refusal.TYPE);
        }
        int total = p.ip().totalLength();
        if (total != packet.remaining() && !AdvertWire.isPadding(total, packet.remaining())) {
            return Optional.of(Refusal.LENGTH);
        }
        Optional<Refusal> message = message(p, packet, spec, state);
        return message.isPresent() ? message : peer(p, spec);
    }

    private Optional<Refusal> authentication(AdvertPacket p, ByteBuffer packet, long utcNanos) {
        Optional<Refusal> hmac = association instanceof HmacAssociation here
                ? here.verify(p, packet, utcNanos) : Optional.empty();
        return hmac.isPresent() || spec.version() == VrrpVersion.V3 ? hmac : versionTwo(p, packet);
    }

    /// What only VRRPv2 has: its own authentication, and an interval that all routers must share (RFC 3768 section
    /// 7.1).
    private Optional<Refusal> versionTwo(AdvertPacket p, ByteBuffer packet) {
        if (p.authType() >= AUTH_TYPES) {
            return Optional.of(Refusal.AUTH_TYPE_INVALID);
        }
        if (p.authType() != spec.authentication().type()) {
            return Optional.of(Refusal.AUTH_TYPE);
        }
        // Eight bytes compared as one number take the same time wherever they differ.
        if (spec.authentication() instanceof Authentication.Password
                && p.authData() != AdvertWire.authData(spec.authentication())) {
            return Optional.of(Refusal.PASSWORD);
        }
        Optional<Refusal> ah = association instanceof AhAssociation here ? here.verify(p, packet) : Optional.empty();
        if (ah.isPresent()) {
            return ah;
        }
        return p.interval().equals(spec.advertInterval()) ? Optional.empty() : Optional.of(Refusal.INTERVAL);
    }

    private static Optional<Refusal> message(AdvertPacket p, ByteBuffer packet, VrrpSpec spec, VrrpState state) {
        // Learnt, it would make every backup take over at once.
        if (p.interval().isZero()) {
            return Optional.of(Refusal.ZERO_INTERVAL);
        }
        if (!isChecksumValid(p, packet, spec)) {
            return Optional.of(Refusal.CHECKSUM);
        }
        if (p.ip().destination().isMulticast() == spec.isUnicast()) {
            return Optional.of(Refusal.DESTINATION);
        }
        return ignoresAll(spec, state) ? Optional.of(Refusal.OWNER) : Optional.empty();
    }

    /// VRRPv2 over IPv4 knows one form. In VRRPv3 implementations differ, so that both are taken whatever we send, and
    /// from unicast peers also the one that only old versions of keepalived make (`vrrp.md` 10, numbers 4 and 6).
    private static boolean isChecksumValid(AdvertPacket p, ByteBuffer packet, VrrpSpec spec) {
        return switch (p.checksum()) {
            case MESSAGE -> true;
            case PSEUDO_HEADER -> spec.version() == VrrpVersion.V3 || spec.family() == Family.IPV6;
            case WRONG -> spec.version() == VrrpVersion.V3 && spec.family() == Family.IPV4
                    && spec.delivery() instanceof Delivery.Unicast unicast
                    && unicast.oldChecksum().mode() != OldChecksum.Mode.NEVER
                    && AdvertWire.hasChecksumFor(unicast.oldChecksum().group(), p, packet);
        };
    }

    /// Who may speak to us, and from how far away (`vrrp.md` 2.2, checks 20 and 21).
    private static Optional<Refusal> peer(AdvertPacket p, VrrpSpec spec) {
        if (!(spec.delivery() instanceof Delivery.Unicast unicast) || !unicast.checkSource()) {
            return Optional.empty();
        }
        Optional<Peer> peer = unicast.peer(p.ip().source());
        if (peer.isEmpty()) {
            return Optional.of(Refusal.SOURCE);
        }
        return peer.get().isWithin(p.ip().ttl()) ? Optional.empty() : Optional.of(Refusal.PEER_TTL);
    }

    /// Whether the instance, as owner, listens to nobody.
    public static boolean ignoresAll(VrrpSpec spec, VrrpState state) {
        return spec.options().ownerIgnoreAdverts() && state.priority() == Priority.OWNER;
    }

    /// A difference is for the operator to see, never a reason to stop listening: that would make two masters.
    private static boolean listsOurAddresses(AdvertPacket p, VrrpSpec spec, VrrpState state) {
        List<VirtualAddress> ours = spec.addresses();
        if (p.addresses().size() != ours.size()) {
            return false;
        }
        boolean mayTrust = state instanceof VrrpState.Backup backup && spec.options().skipAddressCheck()
                && backup.heard().isPresent() && backup.heard().get().source().compareTo(p.ip().source()) == 0;
        if (mayTrust) {
            return true;
        }
        for (VirtualAddress our : ours) {
            if (!contains(p.addresses(), our.address())) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(List<IpAddress> addresses, IpAddress wanted) {
        for (IpAddress address : addresses) {
            if (address.compareTo(wanted) == 0) {
                return true;
            }
        }
        return false;
    }
}
