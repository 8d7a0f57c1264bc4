package io.holdfast.lab.wire;

import java.time.Instant;
import java.util.List;

/// A packet of interest, as a capture on the segment saw it. Addresses are text, IPv6 ones in their canonical form
/// (RFC 5952), MAC addresses in six pairs of small hexadecimal digits.
public sealed interface Packet {

    /// When the kernel received it.
    Instant at();

    /// What says that an address is at a MAC address from now on, unasked: gratuitous ARP or its IPv6 counterpart.
    sealed interface Announcement extends Packet {
        /// Whether it is for everybody, and not an answer or a question.
        boolean isUnsolicited();

        /// The address that is announced.
        String address();

        /// Where it is.
        String mac();
    }

    /// The headers in front of a message.
    ///
    /// @param trafficClass type of service, or traffic class over IPv6
    /// @param ttl          TTL, or hop limit over IPv6
    /// @param isSound      whether version, lengths, flags and IPv4 header checksum are what they must be
    record Envelope(String sourceMac, String destinationMac, String source, String destination, int trafficClass,
            int ttl, boolean isSound) {}

    /// A VRRP advertisement, version 2 (RFC 3768) or 3 (RFC 9568).
    ///
    /// @param interval        raw advertisement interval: seconds in version 2, centiseconds in version 3
    /// @param addresses       the virtual addresses, in the order they were sent
    /// @param password        the authentication data of version 2 over IPv4 (RFC 2338 section 5.3.10); else empty
    /// @param isChecksumRight whether its checksum is the one its version and family want
    record Advert(Instant at, Envelope envelope, int version, int vrid, int priority, int interval, int authType,
            List<String> addresses, String password, boolean isChecksumRight) implements Packet {

        /// The address of the sender.
        public String source() {
            return envelope.source();
        }

        @Override
        public String toString() {
            return at + " VRRPv" + version + " from " + source() + " vrid " + vrid + " priority " + priority + " "
                    + addresses;
        }
    }

    /// An ARP packet; gratuitous where sender and target address are the same (RFC 5944 section 4.6).
    record Arp(Instant at, String sourceMac, int operation, String senderMac, String sender, String target)
            implements Announcement {

        @Override
        public boolean isUnsolicited() {
            return sender.equals(target);
        }

        @Override
        public String address() {
            return sender;
        }

        @Override
        public String mac() {
            return senderMac;
        }

        @Override
        public String toString() {
            return at + " ARP " + sender + " is at " + senderMac + ", asks " + target;
        }
    }

    /// A neighbour advertisement (RFC 4861 section 4.4).
    ///
    /// @param flags router 0x80, solicited 0x40, override 0x20
    /// @param mac   the target link-layer address; empty if the option is missing
    record NeighbourAdvert(Instant at, Envelope envelope, int flags, String address, String mac)
            implements Announcement {
        private static final int SOLICITED = 0x40;

        @Override
        public boolean isUnsolicited() {
            return (flags & SOLICITED) == 0;
        }

        @Override
        public String toString() {
            return at + " NA " + address + " is at " + mac + (isUnsolicited() ? "" : ", as was asked");
        }
    }

    /// A neighbour solicitation (RFC 4861 section 4.3): a question where an address is.
    record NeighbourSolicit(Instant at, Envelope envelope, String target) implements Packet {

        @Override
        public String toString() {
            return at + " NS from " + envelope.source() + " asks " + target;
        }
    }
}
