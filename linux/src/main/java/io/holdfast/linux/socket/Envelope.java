package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;

/// Between whom a packet goes. Made once for each instance and peer, since a socket serves several of them.
///
/// Over IPv6 the kernel builds the header from all of it. Over IPv4 the caller's header says it already, and only the
/// destination is used.
///
/// @param source      an address of this host, or the unspecified one to let the kernel choose
/// @param destination a group or a peer
/// @param hopLimit    0 to 255, or [#SOCKET_HOP_LIMIT]
public record Envelope(IpAddress source, IpAddress destination, int hopLimit) {
    /// What the socket has: 255 towards a group, the kernel's default towards a peer.
    public static final int SOCKET_HOP_LIMIT = -1;

    private static final int LARGEST_HOP_LIMIT = 255;

    public Envelope {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("no packet goes from " + source + " to " + destination);
        }
        if (hopLimit < SOCKET_HOP_LIMIT || hopLimit > LARGEST_HOP_LIMIT) {
            throw new IllegalArgumentException("there is no hop limit " + hopLimit);
        }
    }

    public static Envelope of(IpAddress source, IpAddress destination) {
        return new Envelope(source, destination, SOCKET_HOP_LIMIT);
    }

    public Envelope withHopLimit(int limit) {
        return new Envelope(source, destination, limit);
    }
}
