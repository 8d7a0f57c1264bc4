package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the advertisements of an instance go, and so where those of the other routers are expected.
public sealed interface Delivery {
    /// The groups of RFC 9568 sections 5.1.1.2 and 5.1.2.2.
    Multicast GROUP_V4 = new Multicast(IpAddress.literal("224.0.0.18"));
    Multicast GROUP_V6 = new Multicast(IpAddress.literal("ff02::12"));

    /// To the group that VRRP has in a family.
    static Multicast toGroup(Family family) {
        return family == Family.IPV4 ? GROUP_V4 : GROUP_V6;
    }

    /// One advertisement for all.
    record Multicast(IpAddress group) implements Delivery {}

    /// One advertisement for each peer, in configuration order: keepalived's extension for networks without multicast.
    ///
    /// @param peers       empty with `unicast_fault_no_peer`: the instance stays in FAULT
    /// @param ttl         `unicast_ttl`; 255 over IPv4 and the kernel's default over IPv6 unless given
    /// @param checkSource whether advertisements of others than the peers are refused
    /// @param oldChecksum how far VRRPv3 checksums of old keepalived versions are accepted
    record Unicast(List<Peer> peers, OptionalInt ttl, boolean checkSource, OldChecksum oldChecksum)
            implements Delivery {

        public Unicast {
            peers = List.copyOf(peers);
        }

        /// To peers, with every option at its default.
        public static Unicast to(IpAddress... addresses) {
            return new Unicast(Peer.all(addresses), OptionalInt.empty(), false, OldChecksum.DEFAULT);
        }

        /// The peer with an address.
        public Optional<Peer> peer(IpAddress address) {
            for (Peer peer : peers) {
                if (peer.address().compareTo(address) == 0) {
                    return Optional.of(peer);
                }
            }
            return Optional.empty();
        }

        /// Whether some router is a peer of both.
        public boolean sharesPeerWith(Unicast other) {
            for (Peer peer : peers) {
                if (other.peer(peer.address()).isPresent()) {
                    return true;
                }
            }
            return false;
        }
    }
}
