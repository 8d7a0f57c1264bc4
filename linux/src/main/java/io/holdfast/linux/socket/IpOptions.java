package io.holdfast.linux.socket;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;

/// The socket options VRRP needs, which each address family has in a form of its own.
sealed interface IpOptions permits Ipv4Options, Ipv6Options {

    static IpOptions of(Family family) {
        return family == Family.IPV4 ? Ipv4Options.INSTANCE : Ipv6Options.INSTANCE;
    }

    /// Says who fills in header and checksum, and marks packets as network control.
    void prepareHeader(Descriptor socket);

    /// Has multicast leave by an interface, as far as the link reaches, and not come back.
    void multicastBy(Descriptor socket, Device device);

    /// Refuses multicast to groups that other sockets of this host joined.
    void ownGroupsOnly(Descriptor socket);

    void join(Descriptor socket, IpAddress group, Device device);

    /// Asks for TTL or hop limit, destination and interface beside each packet.
    void describeArrivals(Descriptor socket);

    /// Allows to bind to an address that this host does not have yet.
    void freeBind(Descriptor socket);
}
