package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Delivery.Multicast;
import io.holdfast.vrrp.Delivery.Unicast;
import java.util.Optional;

/// Which virtual router on which network a configuration means; its name is only for people (`vrrp.md` 3.10).
///
/// @param virtualRouterId VRID
/// @param family          a router of each family may have the same VRID
/// @param interfaceName   where it is heard
/// @param group           the group it multicasts to; empty with unicast
/// @param source          with unicast, the configured source address
public record VirtualRouter(int virtualRouterId, Family family, Optional<String> interfaceName,
        Optional<IpAddress> group, Optional<IpAddress> source) {

    public static VirtualRouter of(VrrpSpec spec) {
        Optional<IpAddress> group = spec.delivery() instanceof Multicast multicast
                ? Optional.of(multicast.group()) : Optional.empty();
        return new VirtualRouter(spec.virtualRouterId(), spec.family(), spec.interfaceName(), group,
                group.isPresent() ? Optional.empty() : spec.source().configured());
    }

    // Written out: what a record generates is linked on first use, which a start and a reload would wait for.
    @Override
    public boolean equals(Object object) {
        return object instanceof VirtualRouter other
                && virtualRouterId == other.virtualRouterId && family == other.family
                && interfaceName.equals(other.interfaceName) && isSame(group, other.group)
                && isSame(source, other.source);
    }

    private static boolean isSame(Optional<IpAddress> one, Optional<IpAddress> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().compareTo(other.get()) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest().value());
    }

    /// A number for the virtual router together with what its routers need in common to follow each other: the version
    /// of the protocol and, with unicast, the peers. The same in every process and every release, never 0.
    public static long fingerprint(VrrpSpec spec) {
        Digest digest = of(spec).digest().add(spec.version() == VrrpVersion.V2 ? 2 : 3);
        if (spec.delivery() instanceof Unicast unicast) {
            for (Peer peer : unicast.peers()) {
                add(digest, Optional.of(peer.address()));
            }
        }
        long value = digest.value();
        return value == 0 ? 1 : value;
    }

    private Digest digest() {
        Digest digest = Digest.begin().add(virtualRouterId).add(family.bytes());
        String name = interfaceName.orElse("");
        for (int i = 0; i < name.length(); i++) {
            digest.add(name.charAt(i));
        }
        add(digest, group);
        add(digest, source);
        return digest;
    }

    private static void add(Digest digest, Optional<IpAddress> address) {
        if (address.isPresent()) {
            digest.add(address.get().high()).add(address.get().low());
        }
        digest.add(-1);
    }
}
