package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import io.holdfast.vrrp.Verdict.Accepted;
import io.holdfast.vrrp.Verdict.Refused;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// The checks of RFC 9568 section 7.1 in keepalived's order (`vrrp.md` 2.2): the first that fails decides what is
/// counted. A refused packet changes no state and no timer.
public final class AdvertChecks {
    private static final int AUTH_TYPES = 3; // none, password, AH

    private AdvertChecks() {}

    /// @param packet between position and limit, with its IPv4 header
    /// @param state  of the instance the packet's VRID belongs to
    public static Verdict check(ByteBuffer packet, VrrpSpec spec, VrrpState state) {
        Optional<AdvertPacket> decoded = AdvertWire.decode(packet);
        if (decoded.isEmpty()) {
            return new Refused(Refusal.LENGTH);
        }
        AdvertPacket advert = decoded.get();
        Optional<Refusal> refusal = refusal(advert, packet.remaining(), spec, state);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return new Accepted(new Advert(advert.ip().source(), advert.priority(), advert.interval()),
                listsOurAddresses(advert, spec, state), advert.interval().equals(spec.advertInterval()));
    }

    private static Optional<Refusal> refusal(AdvertPacket p, int received, VrrpSpec spec, VrrpState state) {
        if (p.ip().protocol() != AdvertWire.PROTOCOL) {
            return Optional.of(Refusal.AUTH_HEADER);
        }
        if (p.ip().ttl() != AdvertWire.TTL) {
            return Optional.of(Refusal.TTL);
        }
        if (p.version() != spec.version().number()) {
            return Optional.of(Refusal.VERSION);
        }
        Optional<Refusal> versionTwo = spec.version() == VrrpVersion.V2 ? versionTwo(p, spec) : Optional.empty();
        if (versionTwo.isPresent()) {
            return versionTwo;
        }
        if (p.type() != 1) {
            return Optional.of(Refusal.TYPE);
        }
        int total = p.ip().totalLength();
        if (total != received && !AdvertWire.isPadding(total, received)) {
            return Optional.of(Refusal.LENGTH);
        }
        return message(p, spec, state);
    }

    /// What only VRRPv2 has: authentication, and an interval that all routers must share (RFC 3768 section 7.1).
    private static Optional<Refusal> versionTwo(AdvertPacket p, VrrpSpec spec) {
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
        return p.interval().equals(spec.advertInterval()) ? Optional.empty() : Optional.of(Refusal.INTERVAL);
    }

    private static Optional<Refusal> message(AdvertPacket p, VrrpSpec spec, VrrpState state) {
        // Learnt, it would make every backup take over at once.
        if (p.interval().isZero()) {
            return Optional.of(Refusal.ZERO_INTERVAL);
        }
        boolean valid = p.checksum() == ChecksumForm.MESSAGE
                || (p.checksum() == ChecksumForm.PSEUDO_HEADER && spec.version() == VrrpVersion.V3);
        if (!valid) {
            return Optional.of(Refusal.CHECKSUM);
        }
        if (!p.ip().destination().isMulticast()) {
            return Optional.of(Refusal.DESTINATION);
        }
        return ignoresAll(spec, state) ? Optional.of(Refusal.OWNER) : Optional.empty();
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
