package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Advert;

/// An advertisement on its way, and the truth about it, which only the judges know.
final class Packet {
    private final IpAddress destination;
    private final int ttl;
    private final byte[] bytes;
    private final Advert truth;
    private final Election.Key election;
    private final boolean damaged;

    /// @param destination a group or the address of one machine
    /// @param ttl         TTL or hop limit
    /// @param bytes       what a raw socket is given: with the header over IPv4, without over IPv6
    /// @param truth       what the sender meant
    /// @param election    the one the sender takes part in
    Packet(IpAddress destination, int ttl, byte[] bytes, Advert truth, Election.Key election) {
        this(destination, ttl, bytes, truth, election, false);
    }

    private Packet(IpAddress destination, int ttl, byte[] bytes, Advert truth, Election.Key election,
            boolean damaged) {
        this.destination = destination;
        this.ttl = ttl;
        this.bytes = bytes;
        this.truth = truth;
        this.election = election;
        this.damaged = damaged;
    }

    /// The same packet with other bytes than were sent.
    Packet damagedTo(byte[] changed) {
        return new Packet(destination, ttl, changed, truth, election, true);
    }

    IpAddress source() {
        return truth.source();
    }

    IpAddress destination() {
        return destination;
    }

    int ttl() {
        return ttl;
    }

    byte[] bytes() {
        return bytes;
    }

    Advert truth() {
        return truth;
    }

    Election.Key election() {
        return election;
    }

    boolean damaged() {
        return damaged;
    }
}
