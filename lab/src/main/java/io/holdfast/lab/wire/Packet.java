package io.holdfast.lab.wire;

import java.time.Instant;
import java.util.List;

/// A packet of interest, as a capture on the segment saw it.
public sealed interface Packet {

    /// When the kernel received it.
    Instant at();

    /// A VRRP advertisement over IPv4, version 2 (RFC 3768) or 3 (RFC 9568).
    ///
    /// @param source    address of the sender
    /// @param interval  raw advertisement interval: seconds in version 2, centiseconds in version 3
    /// @param addresses the virtual addresses, in the order they were sent
    /// @param password  the authentication data of a version 2 advertisement (RFC 2338 section 5.3.10); else empty
    record Advert(Instant at, String source, int version, int vrid, int priority, int interval, int authType,
            List<String> addresses, String password) implements Packet {

        @Override
        public String toString() {
            return at + " VRRPv" + version + " from " + source + " vrid " + vrid + " priority " + priority + " "
                    + addresses;
        }
    }

    /// A neighbour advertisement (RFC 4861 section 4.4).
    ///
    /// @param source IPv6 address of the sender, in its canonical form as the target is
    /// @param flags  router 0x80, solicited 0x40, override 0x20
    record NeighbourAdvert(Instant at, String sourceMac, String source, int flags, String target) implements Packet {

        @Override
        public String toString() {
            return at + " NA " + target + " is at " + sourceMac + ", flags " + Integer.toHexString(flags);
        }
    }

    /// An ARP packet; gratuitous where sender and target address are the same (RFC 5944 section 4.6).
    record Arp(Instant at, String sourceMac, int operation, String senderMac, String sender, String target)
            implements Packet {

        public boolean isGratuitous() {
            return sender.equals(target);
        }

        @Override
        public String toString() {
            return at + " ARP " + sender + " is at " + senderMac + ", asks " + target;
        }
    }
}
